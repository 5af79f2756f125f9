import { seedImage } from "../../create/cloud-init/seed-image";
import type { Fleet } from "../../fleet/fleet";
import type { StepWork } from "../../job/job-kind";
import { createVolumeForFile } from "../../storage/volume-acts";
import type { NewSeed } from "./create-input.schema";
import { uploadImage } from "./image-upload";
import { newVolumeStep } from "./volume-step";

/** Writes a VM's cloud-init seed into a volume of its own. */
export function seedStep(fleet: Pick<Fleet, "host">, hostId: string, seed: NewSeed): StepWork {
  const { pool, volume } = seed;
  const image = seedImage(seed.files);
  return newVolumeStep(fleet, hostId, seed, {
    empty: true,
    create: (connection, _context, announce) =>
      createVolumeForFile(connection, pool, volume, image.length, announce),
    fill: (connection) => uploadImage(connection, seed, image),
  });
}
