import * as z from "zod";
import { onPool } from "../../access/objects-of";
import { defineJobKind, type JobKind, type StepWork } from "../../job/job-kind";
import type { PlannedStep } from "../../plan.schema";
import { givenNameSchema } from "../../storage/names.schema";
import { refreshPool } from "../../storage/pool-acts";
import { defineAct, nothing } from "../act";
import { persevering } from "../persevering";
import { startJob } from "../planned-act";
import { poolReference } from "../references.schema";
import type { PoolRooms } from "./pool-work";

const kind = "refresh-pool";

/**
 * Has libvirt look at what is there, as a job: files that were put into the pool by other means become volumes. A
 * server may be slow, and thousands of volumes take their time.
 */
export const refreshStoragePool = defineAct({
  name: "storage.refreshPool",
  title: "Refresh a storage pool",
  input: poolReference,
  output: z.object({ jobId: z.guid() }),
  objects: onPool,
  // Its job has it in hand.
  inHand: nothing,
  run(context, { hostId, pool }) {
    const plan = { kind, title: `Refresh the pool ${pool}`, steps: [refreshWords(pool)] };
    return { jobId: startJob(context, { plan, jobInput: { pool }, inHand: [onPool({ hostId, pool })] }) };
  },
});

/** The job that refreshes a pool. */
export function refreshPoolKind(rooms: PoolRooms): JobKind<typeof kind> {
  return defineJobKind(kind, z.object({ pool: givenNameSchema }), (hostId, { pool }) => [
    refreshStep(rooms, hostId, pool),
  ]);
}

function refreshStep({ fleet, storage }: PoolRooms, hostId: string, pool: string): StepWork {
  return persevering(() => fleet.host(hostId), {
    run: ({ signal }) =>
      storage.change(hostId, `Pool ${pool}`, (connection) =>
        // It takes as long as it takes; whoever cancels it waits no longer, and libvirt looks on to its end.
        refreshPool(connection, pool, { timeoutMs: 0, signal }),
      ),
    verify: async () => undefined,
    undo: async () => undefined,
  });
}

function refreshWords(pool: string): PlannedStep {
  return {
    title: `Refresh ${pool}`,
    effect: `virsh pool-refresh ${pool}\nlibvirt looks at what is there; no volume is changed.`,
    risk: null,
    undo: null,
  };
}
