import * as z from "zod";
import { givenNameSchema } from "../../storage/names.schema";

/** A disk whose content goes to the other host. */
const copiedDiskSchema = z.object({
  /** "vda" */
  target: z.string(),
  from: z.object({ pool: givenNameSchema, volume: givenNameSchema }),
  to: z.object({ pool: givenNameSchema, volume: givenNameSchema, path: z.string() }),
  format: z.enum(["raw", "qcow2"]),
  capacityBytes: z.number(),
});
export type CopiedDisk = z.infer<typeof copiedDiskSchema>;

/** How a running VM is moved. */
export const moveOptionsSchema = z.object({
  /** MiB a second at most; null: as fast as it goes. */
  bandwidthMiB: z.int().min(1).max(100_000).nullable().default(null),
  /** Holds the guest's CPUs back where it writes faster than its memory can be sent. */
  autoConverge: z.boolean().default(true),
  /** May be finished by having the guest run on the target before all of its memory is there. */
  postCopy: z.boolean().default(false),
  /** Leaves copied disks on the source as well. */
  keepDisks: z.boolean().default(false),
});
export type MoveOptions = z.infer<typeof moveOptionsSchema>;

/** What the job that moves a VM is made of. */
export const moveInputSchema = z.object({
  vmId: z.string(),
  vmName: z.string(),
  by: z.string(),
  targetHostId: z.string(),
  targetName: z.string(),
  live: z.boolean(),
  persistent: z.boolean(),
  autostart: z.boolean(),
  disks: z.array(copiedDiskSchema),
  /** The disks that stay where they are were seen from both hosts. */
  sharedSeen: z.boolean(),
  options: moveOptionsSchema,
});
export type MoveInput = z.infer<typeof moveInputSchema>;
