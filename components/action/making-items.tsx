"use client";

import { Copy, FileOutput, LayoutTemplate, MoveRight, PencilLine } from "lucide-react";
import { useRouter } from "next/navigation";
import { api } from "@/components/data/api";
import { errorText } from "@/components/data/error-text";
import { useAction } from "@/components/data/use-action";
import { hostObject, useRights, vmObject } from "@/components/data/use-rights";
import { useHosts } from "@/components/fleet/use-fleet";
import { DropdownMenuItem } from "@/components/ui/dropdown-menu";
import { notify } from "@/components/ui/notify";
import type { VmSummary } from "@/server/fleet/schema";
import { useVmActions } from "./vm-actions";
import { whyNotRenameVm } from "./why-not";

/** What changes what a VM is: its name, a clone, and the mark of a template. */
export function MakingItems({ vm }: { vm: VmSummary }) {
  const router = useRouter();
  const { hostId, id: vmId, name, template } = vm;
  const setTemplate = useAction(
    api.create.setTemplate.mutationOptions({
      // The menu is gone by then, so it is told in the corner.
      onError: (error) => notify("error", `${name} was not changed`, errorText(error)),
    }),
    () => notify("success", name, template ? "It is no longer a template." : "It is a template now."),
  );
  const { rename, move, export: exportVm } = useVmActions();
  const isOnly = useHosts().length < 2;
  const mayNot = useRights(vmObject(vm));
  const mayNotMake = useRights(hostObject(vm.hostId), vmObject(vm));
  const transient = vm.persistent ? null : "It is transient: it has no saved definition";
  const way = vm.template ? "template" : "clone";
  const wizard = `/vms/new?host=${encodeURIComponent(vm.hostId)}&from=${way}&vm=${vm.id}`;
  return (
    <>
      <DropdownMenuItem
        icon={<PencilLine />}
        reason={mayNot("vm.rename") ?? whyNotRenameVm(vm)}
        onSelect={() => rename(vm)}
      >
        Rename…
      </DropdownMenuItem>
      <DropdownMenuItem
        icon={<MoveRight />}
        reason={mayNot("move.run") ?? (isOnly ? "There is no other host" : null)}
        onSelect={() => move(vm)}
      >
        Migrate…
      </DropdownMenuItem>
      <DropdownMenuItem
        icon={<Copy />}
        reason={mayNotMake("create.run") ?? transient}
        onSelect={() => router.push(wizard)}
      >
        {vm.template ? "New VM from this template…" : "Clone…"}
      </DropdownMenuItem>
      <DropdownMenuItem
        icon={<FileOutput />}
        reason={mayNot("definition.export")}
        onSelect={() => exportVm(vm)}
      >
        Export…
      </DropdownMenuItem>
      <DropdownMenuItem
        icon={<LayoutTemplate />}
        reason={mayNot("create.setTemplate") ?? transient}
        onSelect={() => setTemplate.run({ hostId, vmId, template: !template })}
      >
        {vm.template ? "Convert back to VM" : "Convert to template"}
      </DropdownMenuItem>
    </>
  );
}
