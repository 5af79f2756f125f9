import * as z from "zod";
import { onNetwork } from "../../access/objects-of";
import { defineJobKind, type JobKind } from "../../job/job-kind";
import { defineAct, nothing } from "../act";
import { startJob } from "../planned-act";
import { networkReference } from "../references.schema";
import type { NetworkRooms } from "./network-work";
import { lookAt } from "./on-network";
import { startNetworkStep, startNetworkWords } from "./start-step";
import { jobNetworkSchema } from "./switchable-network";

const kind = "start-network";

/** Starts a network, as a job: its DHCP server and its firewall rules come with it. */
export const startNetwork = defineAct({
  name: "network.start",
  title: "Start a network",
  input: networkReference,
  output: z.object({ jobId: z.guid() }),
  objects: onNetwork,
  // Its job has it in hand.
  inHand: nothing,
  async run(context, reference) {
    const name = await lookAt(context.services.fleet, reference, async (_connection, net) => net.name);
    const plan = {
      kind,
      title: `Start the network ${name}`,
      steps: [startNetworkWords(name, { autostart: false })],
    };
    const jobInput = { uuid: reference.uuid, name };
    return { jobId: startJob(context, { plan, jobInput, inHand: [onNetwork(reference)] }) };
  },
});

/** The job that starts a network. */
export function startNetworkKind(rooms: NetworkRooms): JobKind<typeof kind> {
  return defineJobKind(kind, jobNetworkSchema, (hostId, network) => [
    startNetworkStep(rooms, { hostId, ...network }, { autostart: false }),
  ]);
}
