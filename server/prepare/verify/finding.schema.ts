import * as z from "zod";

/** One thing that was planned, compared with what is after the restart. */
export const findingSchema = z.object({
  /** "iommu=pt on the kernel’s line" */
  what: z.string(),
  status: z.enum(["pass", "fail", "unknown"]),
  /** What was found, and what to do where it is not as planned. */
  detail: z.string(),
});
export type Finding = z.infer<typeof findingSchema>;
