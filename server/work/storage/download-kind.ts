import * as z from "zod";
import type { Fleet } from "../../fleet/fleet";
import { defineJobKind, type JobKind } from "../../job/job-kind";
import type { PlannedStep } from "../../plan.schema";
import { checksumWord } from "../../storage/checksum.schema";
import { downloadVolume } from "../../storage/download/download-volume";
import type { WebWays } from "../../storage/download/open-url";
import { givenNameSchema } from "../../storage/names.schema";
import { refreshPoolIfIdle } from "../../storage/pool-acts";
import { createVolumeForFile } from "../../storage/volume-acts";
import { downloadSchema } from "../../storage/volume-request.schema";
import { nameStep, newVolumeSteps } from "./new-volume";
import { makeOwnVolume } from "./own-volume";

export const downloadKindName = "download-volume";

const downloadInputSchema = downloadSchema.extend({
  pool: givenNameSchema,
  /** How the file is packed; null: it is kept as it is. */
  packed: z.enum(["xz"]).nullable().default(null),
});
type DownloadInput = z.input<typeof downloadInputSchema>;

/** Fetches a file from the web into a new volume. */
export function downloadKind(fleet: Fleet, web: WebWays): JobKind<typeof downloadKindName> {
  return defineJobKind(
    downloadKindName,
    downloadInputSchema,
    (hostId, { url, pool, name, checksum, packed }) =>
      newVolumeSteps(fleet, { hostId, pool, name }, async (connection, context) => {
        const { signal, progress, report } = context;
        const found = await downloadVolume(connection, {
          url,
          pool,
          name,
          checksum,
          packed,
          signal,
          progress,
          make: (sizeBytes) =>
            makeOwnVolume(connection, { pool, name }, context, {
              empty: true,
              create: (announce) => createVolumeForFile(connection, pool, name, sizeBytes, announce),
            }),
          ...web,
        });
        await refreshPoolIfIdle(connection, pool);
        report(
          `${name} in the pool ${pool}\n\n- from ${new URL(url).origin}${new URL(url).pathname}\n- ${checksumWord(found)} ${found}${checksum === null ? "" : ", as it should be"}`,
        );
      }),
  );
}

/** The job's steps, for people. What follows a "?" may be a password, and stays out of them. */
export function downloadSteps({
  url,
  pool,
  name,
  checksum,
  packed,
}: DownloadInput): [PlannedStep, PlannedStep] {
  const { origin, pathname } = new URL(url);
  return [
    nameStep({ pool, name }),
    {
      title: `Download ${name}`,
      effect: `${origin}${pathname} → ${pool}/${name}${packed ? ", unpacked by xz as it comes" : ""}${checksum === null ? "" : `, and its ${checksumWord(checksum)} is ${checksum}`}`,
      risk: null,
      undo: `Delete ${name} from the pool ${pool}.`,
    },
  ];
}
