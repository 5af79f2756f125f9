"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useAction } from "@/components/data/use-action";
import { roleWords } from "@/components/fleet/role-words";
import { deviceShareWords, vmShareWords } from "@/components/fleet/share-words";
import { vmPath } from "@/components/fleet/vm-key";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Link } from "@/components/ui/link";
import type { Person } from "@/server/access/person.schema";
import type { SharedVm } from "@/server/access/share.schema";

/** Which VMs and named devices a user reaches: by their role, by themselves, and by their groups. */
export function SharedDialog({ person, onClose }: { person: Person; onClose(): void }) {
  const reading = useQuery(api.share.ofUser.queryOptions({ userId: person.id }, { staleTime: 0 }));
  const readAnew = () => void reading.refetch();
  const remove = useAction(api.share.remove.mutationOptions(), readAnew);
  const removeDevice = useAction(api.share.removeDevice.mutationOptions(), readAnew);
  const subject = { kind: "user" as const, id: person.id };
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        title={`Access of ${person.name}`}
        description={`${roleWords[person.role].label}: ${roleWords[person.role].may}`}
        wide
        footer={
          <DialogClose asChild>
            <Button>Close</Button>
          </DialogClose>
        }
      >
        <Loaded reading={reading} what="what is shared">
          {({ vms, devices }) =>
            vms.length + devices.length === 0 ? (
              <p className="text-muted">
                Nothing is shared with them. Share a VM on its page, in Access, or a named device on
                Passthrough.
              </p>
            ) : (
              <ul className="divide-y divide-border">
                {vms.map((vm) => (
                  <SharedRow
                    key={`${vm.hostId} ${vm.vmId} ${vm.group}`}
                    name={vm.name ?? vm.vmId}
                    title={<VmTitle vm={vm} />}
                    level={vmShareWords[vm.level].label}
                    group={vm.group}
                    busy={remove.busy}
                    onRemove={() => remove.run({ hostId: vm.hostId, vmId: vm.vmId, subject })}
                  />
                ))}
                {devices.map(({ hostId, name, level, group }) => (
                  <SharedRow
                    key={`${hostId} ${name} ${group}`}
                    name={name}
                    title={
                      <>
                        <span className="font-medium">{name}</span>{" "}
                        <span className="text-muted">(named device)</span>
                      </>
                    }
                    level={deviceShareWords[level].label}
                    group={group}
                    busy={removeDevice.busy}
                    onRemove={() => removeDevice.run({ hostId, name, subject })}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
        <p role="alert" className="text-danger empty:hidden">
          {remove.problem ?? removeDevice.problem}
        </p>
      </DialogContent>
    </Dialog>
  );
}

function VmTitle({ vm: { hostId, vmId, name } }: { vm: SharedVm }) {
  return name === null ? (
    <>
      <span className="font-mono text-sm">{vmId}</span> <span className="text-muted">(not on its host)</span>
    </>
  ) : (
    <Link href={vmPath({ hostId, id: vmId })} className="font-medium hover:underline">
      {name}
    </Link>
  );
}

interface SharedRowProps {
  name: string;
  title: ReactNode;
  /** What they are to it. */
  level: string;
  group: string | null;
  busy: boolean;
  onRemove(): void;
}

function SharedRow({ name, title, level, group, busy, onRemove }: SharedRowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 py-2.5">
      <div className="wrap-anywhere min-w-0 flex-1 basis-56">
        <p>{title}</p>
        <p className="text-muted text-sm">
          {level}
          {group === null ? "" : `, by the group ${group}`}
        </p>
      </div>
      {group === null ? (
        <Button size="sm" disabled={busy} aria-label={`Remove access to ${name}`} onClick={onRemove}>
          Remove
        </Button>
      ) : null}
    </li>
  );
}
