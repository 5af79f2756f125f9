"use client";

import { OctagonAlert } from "lucide-react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { useRights, vmObject } from "@/components/data/use-rights";
import { hostPath } from "@/components/fleet/host-address";
import { useHosts } from "@/components/fleet/use-fleet";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { notify } from "@/components/ui/notify";
import type { VmSummary } from "@/server/fleet/schema";
import type { StartProblem } from "@/server/pci/start-check/start-problem.schema";

interface StartProblemsProps {
  vm: VmSummary;
  /** Some. */
  problems: readonly StartProblem[];
}

/** Why a VM can't be started with the host's devices and huge pages that it asks for, and the mending of those that moved. */
export default function StartProblems({ vm, problems }: StartProblemsProps) {
  const hosts = useHosts();
  const mayNot = useRights(vmObject(vm))("vm.remapDevices");
  const moves = problems.flatMap(({ address, remapTo }) =>
    remapTo === null ? [] : [{ from: address, to: remapTo }],
  );
  return (
    <section
      aria-label="What keeps this VM from being started"
      className="wrap-anywhere mb-4 rounded-lg border border-danger/40 bg-surface px-4 py-3"
    >
      <h2 className="flex items-center gap-2 font-medium text-danger">
        <OctagonAlert aria-hidden className="size-4 shrink-0" />
        {vm.name} can’t be started as the host is now
      </h2>
      <ul className="mt-1.5 grid gap-1.5">
        {problems.map(({ code, address, message, fix }) => (
          <li key={`${code} ${address}`}>
            {message} <span className="text-muted">{fix}</span>
            {code === "pages" ? (
              <>
                {" "}
                <Link href={hostPath(hosts, vm.hostId, "huge-pages")} className="text-accent underline">
                  Huge pages now
                </Link>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {moves.length === 0 || mayNot !== null ? null : <RemapButton vm={vm} moves={moves} />}
    </section>
  );
}

interface RemapButtonProps {
  vm: VmSummary;
  moves: { from: string; to: string }[];
}

/** Takes the devices where they are now; a card's functions all at once. */
function RemapButton({ vm, moves }: RemapButtonProps) {
  const remap = useAction(api.vm.remapDevices.mutationOptions(), () => {
    const description = moves.map(({ from, to }) => `${from} is now ${to}`).join(", ");
    notify("success", `${vm.name} takes its devices where they are now`, description);
  });
  return (
    <>
      <Button
        className="mt-3"
        disabled={remap.busy}
        onClick={() => remap.run({ hostId: vm.hostId, vmId: vm.id, moves })}
      >
        Use {moves.map(({ to }) => to).join(", ")} instead
      </Button>
      <p role="alert" className="mt-2 text-danger empty:hidden">
        {remap.problem}
      </p>
    </>
  );
}
