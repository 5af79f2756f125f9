import type { StepContext } from "../../job/job-kind";
import { copyAcross } from "../../storage/across/copy-across";
import { readFileFacts } from "../../storage/file-facts";
import { existingVolume, type VolumeHandle } from "../../storage/look-up";
import { createVolume } from "../../storage/volume-acts";
import { makeOwnVolume, type VolumePlace } from "../storage/own-volume";
import type { Both, Ends } from "./on-both";

/** Copies a file of one host, as it is and thin, into a new one of the other, which is the step's own. */
export async function copyOwnFile(
  { here, there }: Both,
  vol: VolumeHandle,
  to: VolumePlace,
  context: StepContext,
  { bandwidthMiB }: Pick<Ends, "bandwidthMiB">,
): Promise<void> {
  const { sizeBytes } = await readFileFacts(here, vol);
  // What it holds libvirt looks at once all of it is there.
  const empty = { name: to.name, format: "raw" as const, capacityBytes: sizeBytes, allocateAll: false };
  await makeOwnVolume(there, to, context, {
    empty: true,
    create: (announce) => createVolume(there, to.pool, empty, announce),
  });
  const made = await existingVolume(there, to.pool, to.name);
  await copyAcross(
    { connection: here, vol },
    { connection: there, vol: made },
    {
      sizeBytes,
      bytesPerSecond: bandwidthMiB === null ? null : bandwidthMiB * 2 ** 20,
      signal: context.signal,
      progress: context.progress,
    },
  );
}
