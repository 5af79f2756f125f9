import * as z from "zod";
import { unreadableSchema } from "../xml/unreadable.schema";

/** A VM whose definition names a volume, itself or one that is built on it. */
const volumeUserSchema = z.object({ vmId: z.guid(), vmName: z.string(), running: z.boolean() });

export const volumeSummarySchema = z.object({
  name: z.string(),
  /** Unique on the host, for good: the path, or what the pool's kind has instead. */
  key: z.string(),
  path: z.string().nullable(),
  /** "raw", "qcow2", "iso" …; null where the kind of pool knows no formats. */
  format: z.string().nullable(),
  /** What a guest sees as its size. */
  capacityBytes: z.number(),
  /** What it takes of the pool. */
  allocationBytes: z.number(),
  /** The image that this one is built on and can't be read without; null of volumes that stand alone. */
  backingPath: z.string().nullable(),
  usedBy: z.array(volumeUserSchema),
  /** Why nothing is known of it but its name; null where it can be read. */
  unreadable: unreadableSchema.nullable(),
});

export type VolumeUser = z.infer<typeof volumeUserSchema>;
export type VolumeSummary = z.infer<typeof volumeSummarySchema>;
