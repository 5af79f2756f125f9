import * as z from "zod";

/** What long work answers as it begins. */
export const begunSchema = z.object({
  /** Its job: GET /jobs/{jobId} tells how far it is. */
  jobId: z.guid(),
  /** The VM that is made. */
  vmId: z.guid().optional(),
  /** What has to be known besides; null for nothing. */
  told: z.string().nullable().optional(),
});
export type Begun = z.infer<typeof begunSchema>;
