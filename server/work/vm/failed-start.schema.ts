import * as z from "zod";

/** That the last start of a VM by Passdeck failed, and why. */
export const failedStartSchema = z.object({
  hostId: z.string(),
  vmId: z.string(),
  jobId: z.guid(),
  /** When it failed, Unix milliseconds. */
  at: z.number(),
  problem: z.string(),
});
export type FailedStart = z.infer<typeof failedStartSchema>;
