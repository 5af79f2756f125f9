import * as z from "zod";
import { onNetwork } from "../../access/objects-of";
import { AppError } from "../../errors";
import { defineJobKind, type JobKind } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import type { PlannedStep } from "../../plan.schema";
import { withFingerprint } from "../../plan-fingerprint";
import { agreement, definePlannedAct } from "../planned-act";
import { networkReference } from "../references.schema";
import { stopStep } from "../switch/stop-step";
import { undefineStep } from "../switch/undefine-step";
import { foundNetwork } from "./found-network";
import { usersOf, whyNotDelete } from "./network-users";
import type { NetworkRooms } from "./network-work";
import { stopWords } from "./stop";
import { jobNetworkSchema, switchableNetwork } from "./switchable-network";

const kind = "delete-network";

/** As it was when the plan was made. */
const jobInputSchema = jobNetworkSchema.extend({ active: z.boolean(), persistent: z.boolean() });

/** Deletes a network that no VM is on: a VM whose network is gone can't be started. */
export const deleteNetwork = definePlannedAct({
  names: { plan: "network.planDelete", run: "network.delete" },
  title: "Delete a network",
  input: networkReference,
  agreed: networkReference.extend(agreement),
  objects: onNetwork,
  async plan({ services: { fleet } }, { hostId, uuid }) {
    const found = await foundNetwork(fleet, { hostId, uuid });
    const { name, active, persistent } = found;
    const refusal = whyNotDelete(found.users);
    const all = [...(active ? [stopWords(found)] : []), ...(persistent ? [undefineWords(name)] : [])];
    const steps = refusal === null ? all : [];
    const jobInput = { uuid, name, active, persistent };
    const plan = { kind, title: `Delete ${name}`, steps, warnings: [], refusal };
    return { plan: withFingerprint(plan, jobInput), jobInput };
  },
});

/** The job that deletes a network. One that was never defined for good is gone once it is stopped. */
export function deleteNetworkKind(rooms: NetworkRooms): JobKind<typeof kind> {
  return defineJobKind(kind, jobInputSchema, (hostId, { active, persistent, ...network }) => {
    const thing = switchableNetwork(rooms, hostId, network);
    const refuse = async (connection: Connection) => {
      const why = whyNotDelete(await usersOf(rooms.fleet, { hostId, uuid: network.uuid }, connection));
      if (why !== null) throw new AppError("conflict", { userMessage: why });
    };
    return [
      ...(active ? [stopStep(thing, refuse)] : []),
      ...(persistent ? [undefineStep(thing, refuse)] : []),
    ];
  });
}

function undefineWords(name: string): PlannedStep {
  return {
    title: `Delete the definition of the network ${name}`,
    effect: `virsh net-undefine ${name}`,
    risk: "The leases that its DHCP server gave go with it. Once this is done, the network can only be had again by making it anew.",
    undo: "virsh net-define NETWORK.xml, with the definition that it has now. Guests ask for their leases again.",
  };
}
