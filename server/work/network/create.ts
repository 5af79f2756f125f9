import { randomUUID } from "node:crypto";
import * as z from "zod";
import { onHost, onNetwork } from "../../access/objects-of";
import { AppError } from "../../errors";
import { defineJobKind, type JobKind } from "../../job/job-kind";
import { buildNetwork } from "../../network/build-network";
import { defineAct, nothing } from "../act";
import { startJob } from "../planned-act";
import { createInputSchema, createSteps, createWords } from "./create-steps";
import type { NetworkRooms } from "./network-work";
import { networkInput, previewOf } from "./preview";

const kind = "create-network";

/** Makes a network and starts it, as a job. One that does not start is not kept. An AppError "conflict" says what stands against it. */
export const createNetwork = defineAct({
  name: "network.create",
  title: "Create a network",
  input: networkInput,
  output: z.object({ jobId: z.guid() }),
  objects: onHost,
  // Its job has it in hand.
  inHand: nothing,
  async run(context, { hostId, network }) {
    const { problems } = await previewOf(context, hostId, network);
    const { name, autostart } = network;
    if (problems.length > 0) {
      throw new AppError("conflict", {
        userMessage: `The network ${name} was not created. ${problems.join(" ")}`,
      });
    }
    const uuid = randomUUID();
    const jobInput = { uuid, name, xml: buildNetwork(network, uuid), autostart };
    const plan = { kind, title: `Create the network ${name}`, steps: createWords(jobInput) };
    return { jobId: startJob(context, { plan, jobInput, inHand: [onNetwork({ hostId, uuid })] }) };
  },
});

/** The job that makes a network. */
export function createNetworkKind(rooms: NetworkRooms): JobKind<typeof kind> {
  return defineJobKind(kind, createInputSchema, (hostId, input) => createSteps(rooms, hostId, input));
}
