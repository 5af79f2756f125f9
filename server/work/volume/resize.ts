import * as z from "zod";
import { onVm, onVolume } from "../../access/objects-of";
import { defineJobKind, type JobKind } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { withFingerprint } from "../../plan-fingerprint";
import { foreignProblem, foreignWords, readCopySource } from "../../storage/copy-source";
import { sizeSchema } from "../../storage/names.schema";
import { agreement, definePlannedAct } from "../planned-act";
import type { Demand } from "../quota/demand";
import { volumeReference } from "../references.schema";
import { noVolume } from "./delete";
import { type ResizeRooms, resizeInputSchema, resizeStep, resizeWords } from "./resize-step";
import { isInUse, runningUsers } from "./running-users";

const input = volumeReference.extend({
  capacityBytes: sizeSchema,
  /** It may be made smaller, and lose what is at its end. */
  shrink: z.boolean(),
});

/** Resizes a volume under no running VM: a guest would not be told, and its disk might be cut off under it. */
export const resizeStorageVolume = definePlannedAct({
  names: { plan: "storage.planResizeVolume", run: "storage.resizeVolume" },
  title: "Resize a volume",
  input,
  agreed: input.extend(agreement),
  objects: onVolume,
  async plan({ services: { fleet, storage } }, { hostId, pool, volume, capacityBytes, shrink }) {
    const found = (await storage.volumes(hostId, pool))?.find(({ name }) => name === volume);
    if (found === undefined) throw noVolume(pool, volume);
    const jobInput = { pool, volume, from: found.capacityBytes, to: capacityBytes };
    const running = runningUsers(found);
    const refusal =
      running.length > 0
        ? isInUse(volume, running, "resize")
        : capacityBytes < found.capacityBytes && !shrink
          ? `${volume} has ${found.capacityBytes} bytes now. To shrink it, confirm that the data at its end may be lost.`
          : await fleet
              .host(hostId)
              .runLong(`Volume ${volume}`, (connection) => foreignRefusal(connection, pool, volume));
    const plan = {
      kind: "resize-volume",
      title: `Resize ${volume}`,
      steps: refusal === null ? [resizeWords(jobInput)] : [],
      warnings: [],
      refusal,
    };
    // A VM that were started meanwhile would write where an undo cuts off.
    const users = found.usedBy.map(({ vmId }) => onVm({ hostId, vmId }));
    const bytes = capacityBytes - found.capacityBytes;
    return {
      plan: withFingerprint(plan, { ...jobInput, key: found.key }),
      jobInput,
      inHand: [onVolume({ hostId, pool, volume }), ...users],
      demands: found.usedBy.map(({ vmId }): Demand => ({ kind: "disk", vm: { hostId, vmId }, bytes })),
    };
  },
});

async function foreignRefusal(connection: Connection, pool: string, volume: string): Promise<string | null> {
  const why = await foreignProblem(connection, await readCopySource(connection, pool, volume));
  return why === null ? null : foreignWords(volume, "resized", why);
}

/** The job that resizes a volume. */
export function resizeVolumeKind(rooms: ResizeRooms): JobKind<"resize-volume"> {
  return defineJobKind("resize-volume", resizeInputSchema, (hostId, job) => [resizeStep(rooms, hostId, job)]);
}
