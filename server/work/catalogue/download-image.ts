import * as z from "zod";
import { onPool } from "../../access/objects-of";
import { AppError } from "../../errors";
import { newVolumeNameSchema } from "../../storage/names.schema";
import { defineAct, nothing } from "../act";
import { poolReference } from "../references.schema";
import { downloadKindName, downloadSteps } from "../storage/download-kind";
import { startVolumeJob } from "../volume/start-volume-job";
import { architectureOf } from "./architecture-of";

/** Downloads an image of the catalogue into a pool, as a job: as its publisher has it now, compared with its checksum. */
export const downloadImage = defineAct({
  name: "create.downloadImage",
  title: "Download an image of the catalogue",
  input: poolReference.extend({ imageId: z.string().max(64) }),
  output: z.object({ jobId: z.guid(), volume: z.string() }),
  objects: onPool,
  // Its job has the volume in hand.
  inHand: nothing,
  async run(context, { hostId, pool, imageId }) {
    const { fleet, catalogue } = context.services;
    const image = catalogue.image(imageId);
    const architecture = await fleet.host(hostId).run(`Host ${hostId}`, architectureOf);
    if (architecture === null) throw noImages();
    const { url, name, checksum, words } = await catalogue.resolve(image, architecture);
    const jobInput = { url, pool, name: newVolumeNameSchema.parse(name), checksum, packed: packingOf(url) };
    const [look, download] = downloadSteps(jobInput);
    const { jobId } = await startVolumeJob(context, {
      hostId,
      kind: downloadKindName,
      title: `Download ${image.title}`,
      volume: jobInput,
      steps: [look, { ...download, effect: `${download.effect}\n${words}` }],
      jobInput,
    });
    return { jobId, volume: name };
  },
});

function packingOf(url: string): "xz" | null {
  return url.endsWith(".xz") ? "xz" : null;
}

function noImages(): AppError {
  return new AppError("not-found", {
    userMessage: "The image catalogue has no images for this host’s architecture.",
  });
}
