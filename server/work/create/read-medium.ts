import * as z from "zod";
import { installerSchema } from "../../create/answers/installer.schema";
import { installerOf } from "../../create/medium/installer-of.schema";
import { readLabel } from "../../create/medium/iso-files";
import type { Fleet } from "../../fleet/fleet";
import { readRange } from "../../storage/read-range";

export const mediumSchema = z.object({
  /** The CD's volume label; null of what is no CD. */
  label: z.string().nullable(),
  /** Whose answers it takes; null where that is not known. */
  installer: installerSchema.nullable(),
});

/** Looks what an installation medium is, by the label that it has. */
export async function readMedium(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  { pool, volume }: { pool: string; volume: string },
): Promise<z.infer<typeof mediumSchema>> {
  const label = await fleet
    .host(hostId)
    .runLong(`Volume ${pool}/${volume}`, (connection) =>
      readLabel((offset, length) => readRange(connection, { pool, volume, offset, length })),
    );
  return { label, installer: label === null ? null : installerOf(label) };
}
