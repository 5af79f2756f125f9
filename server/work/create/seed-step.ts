import { finished } from "node:stream/promises";
import { seedImage } from "../../create/cloud-init/seed-image";
import type { Fleet } from "../../fleet/fleet";
import type { StepWork } from "../../job/job-kind";
import { existingVolume } from "../../storage/look-up";
import { createVolumeForFile } from "../../storage/volume-acts";
import type { NewSeed } from "./create-input.schema";
import { newVolumeStep } from "./volume-step";

/** Writes a VM's cloud-init seed into a volume of its own. */
export function seedStep(fleet: Pick<Fleet, "host">, hostId: string, seed: NewSeed): StepWork {
  const { pool, volume } = seed;
  const image = seedImage(seed.files);
  return newVolumeStep(fleet, hostId, seed, {
    empty: true,
    create: (connection, _context, announce) =>
      createVolumeForFile(connection, pool, volume, image.length, announce),
    async fill(connection) {
      const vol = await existingVolume(connection, pool, volume);
      const args = { vol, offset: 0n, length: BigInt(image.length), flags: 0 };
      const stream = await connection.openStream("storage_vol_upload", args);
      stream.end(image);
      await finished(stream, { readable: false });
    },
  });
}
