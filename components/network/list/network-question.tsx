"use client";

import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { isActive } from "@/components/fleet/state-look";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { notify } from "@/components/ui/notify";
import type { VmSummary } from "@/server/fleet/schema";
import type { NetworkSummary } from "@/server/network/network.schema";
import { useNetworkUsers } from "../use-network-users";
import { VmLinks } from "../vm-links";

export interface NetworkQuestionProps {
  question: "stop" | "delete";
  hostId: string;
  network: NetworkSummary;
  onClose(): void;
  /** Once it is deleted. */
  onDeleted(): void;
}

/** Asks before a network is stopped or deleted, and names the VMs that it would happen to. */
export default function NetworkQuestion({ question, ...props }: NetworkQuestionProps) {
  const users = useNetworkUsers(props.hostId, props.network);
  if (question === "stop") return <StopQuestion {...props} users={users} />;
  return users.length > 0 ? <InUse {...props} users={users} /> : <DeleteQuestion {...props} />;
}

type QuestionProps = Omit<NetworkQuestionProps, "question">;

function StopQuestion({ hostId, network, users, onClose }: QuestionProps & { users: VmSummary[] }) {
  const { name, uuid, persistent } = network;
  const running = users.filter(({ state }) => isActive(state));
  const stop = useAction(api.network.stop.mutationOptions(), () => {
    notify("success", name, "It is stopped.");
    onClose();
  });
  return (
    <FormDialog
      role="alertdialog"
      title={`Stop ${name}?`}
      description={
        <>
          {running.length === 0 ? (
            <p>No running VM uses it. VMs that use it can't start while it is stopped.</p>
          ) : (
            <p>
              <VmLinks vms={running} /> {running.length === 1 ? "loses its" : "lose their"} connection now,
              and {running.length === 1 ? "gets" : "get"} it back only when shut down and started after the
              network is running again.
            </p>
          )}
          {persistent ? null : <p className="mt-2">It is transient: its definition is lost.</p>}
        </>
      }
      label={running.length === 0 ? "Stop" : "Stop and disconnect"}
      call={stop}
      onSubmit={() => stop.run({ hostId, uuid, disconnect: running.length > 0 })}
      onClose={onClose}
    />
  );
}

function DeleteQuestion({ hostId, network: { name, uuid }, onClose, onDeleted }: QuestionProps) {
  const remove = useAction(api.network.delete.mutationOptions(), () => {
    notify("success", `${name} deleted`);
    onClose();
    onDeleted();
  });
  return (
    <FormDialog
      role="alertdialog"
      title={`Delete ${name}?`}
      description="Its definition, leases and reservations are deleted. No VM uses it."
      label="Delete"
      call={remove}
      onSubmit={() => remove.run({ hostId, uuid })}
      onClose={onClose}
    />
  );
}

function InUse({ network, users, onClose }: QuestionProps & { users: VmSummary[] }) {
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        title={`${network.name} is in use`}
        description={
          <p>
            <VmLinks vms={users} /> {users.length === 1 ? "has a network card" : "have network cards"} on it
            and could not start without it. Move {users.length === 1 ? "it" : "them"} to another network
            first.
          </p>
        }
        footer={
          <DialogClose asChild>
            <Button>Close</Button>
          </DialogClose>
        }
      />
    </Dialog>
  );
}
