import * as z from "zod";
import { givenNameSchema, newVolumeNameSchema } from "./names.schema";

/** A volume that is to be made for a disk. */
export const newVolumeSchema = z.strictObject({
  pool: givenNameSchema,
  volume: newVolumeNameSchema,
  /** Its size. */
  bytes: z
    .number()
    .int()
    .min(2 ** 20)
    .max(2 ** 50),
  format: z.enum(["qcow2", "raw"]).default("qcow2"),
});

export type NewVolume = z.infer<typeof newVolumeSchema>;
