import { onNetwork, onVm } from "../../access/objects-of";
import { defineJobKind, type JobKind } from "../../job/job-kind";
import type { PlannedStep } from "../../plan.schema";
import { withFingerprint } from "../../plan-fingerprint";
import { agreement, definePlannedAct } from "../planned-act";
import { networkReference } from "../references.schema";
import { stopStep } from "../switch/stop-step";
import { type FoundNetwork, foundNetwork } from "./found-network";
import { namesOf, runningOf, sentence } from "./network-users";
import type { NetworkRooms } from "./network-work";
import { jobNetworkSchema, switchableNetwork } from "./switchable-network";

const kind = "stop-network";

/** Stops a network. VMs that run on it lose it until they are started anew, which the plan says. */
export const stopNetwork = definePlannedAct({
  names: { plan: "network.planStop", run: "network.stop" },
  title: "Stop a network",
  input: networkReference,
  agreed: networkReference.extend(agreement),
  objects: onNetwork,
  async plan({ services: { fleet } }, { hostId, uuid }) {
    const found = await foundNetwork(fleet, { hostId, uuid });
    const { name, active, users } = found;
    const jobInput = { uuid, name };
    const plan = {
      kind,
      title: `Stop ${name}`,
      steps: active ? [stopWords(found)] : [],
      warnings: active ? disconnected(found) : [],
      refusal: active ? null : `The network ${name} is stopped already.`,
    };
    // None of them is started meanwhile.
    const inHand = [onNetwork({ hostId, uuid }), ...users.map(({ id }) => onVm({ hostId, vmId: id }))];
    return { plan: withFingerprint(plan, jobInput), jobInput, inHand };
  },
});

/** The job that stops a network. */
export function stopNetworkKind(rooms: NetworkRooms): JobKind<typeof kind> {
  return defineJobKind(kind, jobNetworkSchema, (hostId, network) => [
    stopStep(switchableNetwork(rooms, hostId, network), async () => undefined),
  ]);
}

/** What is shown of a network's being stopped. */
export function stopWords({ name, persistent, users }: Omit<FoundNetwork, "active">): PlannedStep {
  const risks = [
    ...(runningOf(users).length === 0
      ? []
      : ["A VM that loses its connection gets it back only when it is shut down and started again."]),
    ...(persistent ? [] : ["It is transient: its definition is lost when it is stopped."]),
  ];
  return {
    title: `Stop the network ${name}`,
    effect: `virsh net-destroy ${name}\nVMs that use it can't start while it is stopped.`,
    risk: risks.length === 0 ? null : risks.join(" "),
    undo: persistent
      ? `virsh net-start ${name}`
      : "virsh net-create NETWORK.xml, with the definition that it has now",
  };
}

function disconnected({ name, users }: FoundNetwork): string[] {
  const running = runningOf(users);
  if (running.length === 0) return [];
  const lose = running.length === 1 ? "runs on it and loses its" : "run on it and lose their";
  return [`${sentence(namesOf(running))} ${lose} connection to ${name} now.`];
}
