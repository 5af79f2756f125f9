import * as z from "zod";
import { onPool, onVolume } from "../../access/objects-of";
import { readCopySource, refuseForeignSource } from "../../storage/copy-source";
import { cloneVolumeSchema } from "../../storage/volume-request.schema";
import { defineAct, nothing } from "../act";
import { volumeReference } from "../references.schema";
import { cloneKindName, cloneSteps } from "../storage/clone-kind";
import { refuseRunningUsers } from "./running-users";
import { startVolumeJob } from "./start-volume-job";

/** Copies a volume, as a job. A disk that a running VM writes to would give a copy of no one moment. */
export const cloneStorageVolume = defineAct({
  name: "storage.cloneVolume",
  title: "Copy a volume",
  input: volumeReference.extend(cloneVolumeSchema.shape),
  output: z.object({ jobId: z.guid() }),
  objects: (input) => [onVolume(input), onPool({ hostId: input.hostId, pool: input.toPool ?? input.pool })],
  // Its job has the copy in hand.
  inHand: nothing,
  async run(context, { hostId, pool, volume, name, toPool }) {
    await refuseRunningUsers(context.services.storage, { hostId, pool, volume }, "copy");
    // The job looks once more; here it is said before there is one.
    const { backingPath } = await context.services.fleet
      .host(hostId)
      .runLong(`Volume ${volume}`, async (connection) => {
        const source = await readCopySource(connection, pool, volume);
        await refuseForeignSource(connection, source, "copied");
        return source.volume;
      });
    const copy = { fromPool: pool, from: volume, toPool: toPool ?? pool, to: name };
    return startVolumeJob(context, {
      hostId,
      kind: cloneKindName,
      title: `Copy ${volume} to ${name}`,
      volume: { pool: copy.toPool, name },
      steps: cloneSteps(copy, backingPath),
      jobInput: copy,
    });
  },
});
