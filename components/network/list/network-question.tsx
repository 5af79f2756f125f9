"use client";

import { trpc } from "@/components/data/client";
import { networkObject } from "@/components/data/use-rights";
import { EndQuestion } from "@/components/plan/end-question";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
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

/** Shows the plan before a network is stopped or deleted, and names the VMs that it would happen to. */
export default function NetworkQuestion({ question, ...props }: NetworkQuestionProps) {
  const users = useNetworkUsers(props.hostId, props.network);
  if (question === "stop") return <StopQuestion {...props} />;
  return users.length > 0 ? <InUse {...props} users={users} /> : <DeleteQuestion {...props} />;
}

type QuestionProps = Omit<NetworkQuestionProps, "question">;

function StopQuestion({ hostId, network, onClose }: QuestionProps) {
  const request = { hostId, uuid: network.uuid };
  return (
    <EndQuestion
      label="Stop"
      name={network.name}
      done="It is stopped."
      right={{ act: "network.stop", objects: [networkObject(hostId, network)] }}
      load={() => trpc.network.planStop.query(request)}
      run={(fingerprint) => trpc.network.stop.mutate({ ...request, fingerprint })}
      onClose={onClose}
    />
  );
}

function DeleteQuestion({ hostId, network, onClose, onDeleted }: QuestionProps) {
  const request = { hostId, uuid: network.uuid };
  return (
    <EndQuestion
      label="Delete"
      name={network.name}
      done="It is deleted."
      right={{ act: "network.delete", objects: [networkObject(hostId, network)] }}
      load={() => trpc.network.planDelete.query(request)}
      run={(fingerprint) => trpc.network.delete.mutate({ ...request, fingerprint })}
      onClose={onClose}
      onEnded={onDeleted}
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
