import { finished } from "node:stream/promises";
import type { Fleet } from "../../fleet/fleet";
import { seedImage } from "../../vm/cloud-init/seed-image";
import type { StepWork } from "../job-kind";
import type { NewSeed } from "./create-input.schema";
import { newVolumeStep } from "./volume-step";
import { lookUpPool, volumeXml } from "./volumes";

/** Writes a VM's cloud-init seed into a volume of its own. */
export function seedStep(fleet: Pick<Fleet, "host">, hostId: string, seed: NewSeed): StepWork {
  return newVolumeStep(fleet, hostId, seed, async (connection) => {
    const image = seedImage(seed.files);
    const pool = await lookUpPool(connection, seed.pool);
    const xml = volumeXml(seed.volume, image.length, "raw");
    const { vol } = await connection.call("storage_vol_create_xml", { pool, xml, flags: 0 });
    const args = { vol, offset: 0n, length: BigInt(image.length), flags: 0 };
    const stream = await connection.openStream("storage_vol_upload", args);
    stream.end(image);
    await finished(stream, { readable: false });
  });
}
