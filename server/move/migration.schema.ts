import * as z from "zod";

/** How far a VM's memory and disks have come on their way to another host. */
export const migrationProgressSchema = z.object({
  /** Bytes of memory and copied disks that have gone over, and that there are, as libvirt counts at the moment. */
  doneBytes: z.number(),
  totalBytes: z.number(),
  /** Of the memory alone; null before it is its turn. */
  memory: z
    .object({
      remainingBytes: z.number(),
      /** Bytes a second that go over. */
      rate: z.number().nullable(),
      /** Bytes a second that the guest writes anew meanwhile. */
      dirtyRate: z.number().nullable(),
      /** How often the memory that was written meanwhile has been sent again. */
      iteration: z.number().nullable(),
    })
    .nullable(),
  /** Milliseconds that the guest would stand still if it were handed over now; null where it is not known. */
  expectedDowntimeMs: z.number().nullable(),
  /** By how much the guest's CPUs are held back, in percent; null where they are not. */
  throttlePercent: z.number().nullable(),
  /** The guest runs on the target already and fetches its memory from the source. */
  postCopy: z.boolean(),
});
export type MigrationProgress = z.infer<typeof migrationProgressSchema>;
