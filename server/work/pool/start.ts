import * as z from "zod";
import { onPool } from "../../access/objects-of";
import { AppError } from "../../errors";
import { defineJobKind, type JobKind, type StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import type { PlannedStep } from "../../plan.schema";
import { givenNameSchema } from "../../storage/names.schema";
import { isPoolActive, startPool, stopPool } from "../../storage/pool-acts";
import { defineAct, nothing } from "../act";
import { persevering } from "../persevering";
import { startJob } from "../planned-act";
import { presentSoon } from "../present-soon";
import { poolReference } from "../references.schema";
import type { PoolRooms } from "./create-steps";
import { namesOf, vmsOnPool } from "./pool-users";

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
    const plan = { kind, title: `Start the pool ${pool}`, steps: [startWords(pool)] };
    return { jobId: startJob(context, { plan, jobInput: { pool }, inHand: [onPool({ hostId, pool })] }) };
  },
});

/** The job that starts a pool. */
export function startPoolKind(rooms: PoolRooms): JobKind<typeof kind> {
  return defineJobKind(kind, z.object({ pool: givenNameSchema }), (hostId, { pool }) => [
    startStep(rooms, hostId, pool),
  ]);
}

function startStep({ fleet, storage }: PoolRooms, hostId: string, pool: string): StepWork {
  const onHost = <T>(work: (connection: Connection) => Promise<T>) =>
    storage.change(hostId, `Pool ${pool}`, work);
  const isOn = async (connection: Connection) => ((await isPoolActive(connection, pool)) ? true : null);
  return persevering(() => fleet.host(hostId), {
    run: ({ note, remember }) =>
      onHost(async (connection) => {
        // Asked for just before a crash, it may start only now.
        const isStarted = note === null ? await isOn(connection) : await presentSoon(() => isOn(connection));
        if (isStarted !== null) return;
        remember("began");
        await startPool(connection, pool);
      }),
    verify: () =>
      onHost(async (connection) => {
        if ((await isOn(connection)) === null)
          throw new AppError("conflict", { userMessage: `The pool ${pool} was stopped in the meantime.` });
      }),
    undo: ({ note }) =>
      onHost(async (connection) => {
        if (note === null || (await presentSoon(() => isOn(connection))) === null) return;
        const users = vmsOnPool(fleet, hostId, pool).filter(({ running }) => running);
        if (users.length > 0)
          throw new AppError("conflict", {
            userMessage: `The pool ${pool} is in use by ${namesOf(users)}, and was left running.`,
          });
        await stopPool(connection, pool);
      }),
  });
}

function startWords(pool: string): PlannedStep {
  return {
    title: `Start ${pool}`,
    effect: `virsh pool-start ${pool}`,
    risk: null,
    undo: `virsh pool-destroy ${pool}. What is in it stays.`,
  };
}
