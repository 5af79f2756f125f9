import * as z from "zod";
import { onPool } from "../../access/objects-of";
import { defineJobKind, type JobKind } from "../../job/job-kind";
import { givenNameSchema } from "../../storage/names.schema";
import { defineAct, nothing } from "../act";
import { startJob } from "../planned-act";
import { poolReference } from "../references.schema";
import type { PoolRooms } from "./pool-work";
import { startPoolStep, startPoolWords } from "./start-step";

const kind = "start-pool";

/** Starts a pool, as a job: a file system may have to be mounted, or an array to be found. */
export const startStoragePool = defineAct({
  name: "storage.startPool",
  title: "Start a storage pool",
  input: poolReference,
  output: z.object({ jobId: z.guid() }),
  objects: onPool,
  // Its job has it in hand.
  inHand: nothing,
  run(context, { hostId, pool }) {
    const plan = {
      kind,
      title: `Start the pool ${pool}`,
      steps: [startPoolWords({ pool, autostart: false })],
    };
    return { jobId: startJob(context, { plan, jobInput: { pool }, inHand: [onPool({ hostId, pool })] }) };
  },
});

/** The job that starts a pool. */
export function startPoolKind(rooms: PoolRooms): JobKind<typeof kind> {
  return defineJobKind(kind, z.object({ pool: givenNameSchema }), (hostId, { pool }) => [
    startPoolStep(rooms, hostId, { pool, autostart: false }),
  ]);
}
