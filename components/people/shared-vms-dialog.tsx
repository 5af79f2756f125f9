"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useAction } from "@/components/data/use-action";
import { roleWords } from "@/components/fleet/role-words";
import { shareWords } from "@/components/fleet/share-words";
import { vmPath } from "@/components/fleet/vm-key";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Link } from "@/components/ui/link";
import type { Person } from "@/server/access/person.schema";
import type { SharedVm } from "@/server/access/share.schema";

/** Which VMs a user reaches: by their role, by themselves, and by their groups. */
export function SharedVmsDialog({ person, onClose }: { person: Person; onClose(): void }) {
  const reading = useQuery(api.share.ofUser.queryOptions({ userId: person.id }, { staleTime: 0 }));
  const remove = useAction(api.share.remove.mutationOptions(), () => void reading.refetch());
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        title={`VMs of ${person.name}`}
        description={`${roleWords[person.role].label}: ${roleWords[person.role].may}`}
        wide
        footer={
          <DialogClose asChild>
            <Button>Close</Button>
          </DialogClose>
        }
      >
        <Loaded reading={reading} what="the shared VMs">
          {(vms) =>
            vms.length === 0 ? (
              <p className="text-muted">No VM is shared with them. Share one on its page, in Access.</p>
            ) : (
              <ul className="divide-y divide-border">
                {vms.map((vm) => (
                  <SharedVmRow
                    key={`${vm.hostId} ${vm.vmId} ${vm.group}`}
                    vm={vm}
                    busy={remove.busy}
                    onRemove={() =>
                      remove.run({
                        hostId: vm.hostId,
                        vmId: vm.vmId,
                        subject: { kind: "user", id: person.id },
                      })
                    }
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
        <p role="alert" className="text-danger empty:hidden">
          {remove.problem}
        </p>
      </DialogContent>
    </Dialog>
  );
}

interface SharedVmRowProps {
  vm: SharedVm;
  busy: boolean;
  onRemove(): void;
}

function SharedVmRow({ vm, busy, onRemove }: SharedVmRowProps) {
  const { name, vmId, group, level } = vm;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 py-2.5">
      <div className="wrap-anywhere min-w-0 flex-1 basis-56">
        {name === null ? (
          <p>
            <span className="font-mono text-sm">{vmId}</span>{" "}
            <span className="text-muted">(not on its host)</span>
          </p>
        ) : (
          <Link href={vmPath({ hostId: vm.hostId, id: vmId })} className="font-medium hover:underline">
            {name}
          </Link>
        )}
        <p className="text-muted text-sm">
          {shareWords[level].label}
          {group === null ? "" : `, by the group ${group}`}
        </p>
      </div>
      {group === null ? (
        <Button size="sm" disabled={busy} aria-label={`Remove access to ${name ?? vmId}`} onClick={onRemove}>
          Remove
        </Button>
      ) : null}
    </li>
  );
}
