import { randomUUID } from "node:crypto";
import * as z from "zod";
import { onHost, onPool } from "../../access/objects-of";
import { defineJobKind, type JobKind } from "../../job/job-kind";
import { createPoolSchema } from "../../storage/pool-request.schema";
import { defineAct, nothing } from "../act";
import { startJob } from "../planned-act";
import { hostReference } from "../references.schema";
import { createInputSchema, createSteps, createWords } from "./create-steps";
import type { PoolRooms } from "./pool-work";

const kind = "create-pool";

/** Defines a pool and starts it, as a job; where it doesn't start, nothing is left of it. */
export const createStoragePool = defineAct({
  name: "storage.createPool",
  title: "Create a storage pool",
  input: hostReference.extend({ request: createPoolSchema }),
  output: z.object({ jobId: z.guid() }),
  objects: onHost,
  // Its job has the pool in hand.
  inHand: nothing,
  run(context, { hostId, request }) {
    const plan = { kind, title: `Create the pool ${request.name}`, steps: createWords(request) };
    const jobInput = { uuid: randomUUID(), request };
    return { jobId: startJob(context, { plan, jobInput, inHand: [onPool({ hostId, pool: request.name })] }) };
  },
});

/** The job that makes a pool. */
export function createPoolKind(rooms: PoolRooms): JobKind<typeof kind> {
  return defineJobKind(kind, createInputSchema, (hostId, input) => createSteps(rooms, hostId, input));
}
