import * as z from "zod";
import { onPool } from "../../access/objects-of";
import type { Fleet } from "../../fleet/fleet";
import { defineJobKind, type JobKind } from "../../job/job-kind";
import type { PlannedStep } from "../../plan.schema";
import { givenNameSchema } from "../../storage/names.schema";
import { createVolume } from "../../storage/volume-acts";
import { type CreateVolumeRequest, createVolumeSchema } from "../../storage/volume-request.schema";
import { defineAct, nothing } from "../act";
import { poolReference } from "../references.schema";
import { nameStep, newVolumeSteps } from "../storage/new-volume";
import { makeOwnVolume } from "../storage/own-volume";
import { tellingGrowth } from "../storage/telling-growth";
import { startVolumeJob } from "./start-volume-job";

const kind = "create-volume";

/** Makes an empty volume, as a job: to allocate all of its size may take minutes. */
export const createStorageVolume = defineAct({
  name: "storage.createVolume",
  title: "Create a volume",
  input: poolReference.extend({ request: createVolumeSchema }),
  output: z.object({ jobId: z.guid() }),
  objects: onPool,
  // Its job has the volume in hand.
  inHand: nothing,
  run: (context, { hostId, pool, request }) =>
    startVolumeJob(context, {
      hostId,
      kind,
      title: `Create ${request.name}`,
      volume: { pool, name: request.name },
      steps: [nameStep({ pool, name: request.name }), createWords(pool, request)],
      jobInput: { pool, request },
    }),
});

const jobInputSchema = z.object({ pool: givenNameSchema, request: createVolumeSchema });

/** The job that makes an empty volume. */
export function createVolumeKind(fleet: Fleet): JobKind<typeof kind> {
  return defineJobKind(kind, jobInputSchema, (hostId, { pool, request }) => {
    const place = { pool, name: request.name };
    return newVolumeSteps(fleet, { hostId, ...place }, (connection, context) =>
      makeOwnVolume(connection, place, context, {
        empty: true,
        create: (announce) =>
          tellingGrowth(fleet.host(hostId), place, context, {
            total: async () => (request.allocateAll ? request.capacityBytes : null),
            work: () => createVolume(connection, pool, request, announce),
          }),
      }),
    );
  });
}

function createWords(pool: string, request: CreateVolumeRequest): PlannedStep {
  const { name, format, capacityBytes, allocateAll } = request;
  const allocation = allocateAll ? capacityBytes : 0;
  return {
    title: `Create ${name}`,
    effect: `virsh vol-create-as ${pool} ${name} ${capacityBytes} --format ${format} --allocation ${allocation}`,
    risk: allocateAll
      ? "libvirt can't be interrupted while it allocates: a cancel takes hold when it is through."
      : null,
    undo: `Delete ${name} from the pool ${pool}.`,
  };
}
