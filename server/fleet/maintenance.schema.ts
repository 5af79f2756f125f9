import * as z from "zod";

/** Why a host is in maintenance. */
export const maintenanceReasonSchema = z
  .string()
  .trim()
  .min(1, { error: "Say why, for those whose VMs do not start meanwhile." })
  .max(200, { error: "200 characters at most." });

/** That a host is in maintenance: Passdeck starts no VM on it and moves none onto it. What runs there goes on. */
export const maintenanceSchema = z.object({
  reason: maintenanceReasonSchema,
  /** Unix milliseconds. */
  since: z.number(),
  /** Who has begun it; null to who sees no more of the host than that it has their VMs. */
  by: z.string().nullable(),
});
export type Maintenance = z.infer<typeof maintenanceSchema>;
