import * as z from "zod";

/** What stands against moving a VM to a host, with what to do. */
export const moveFindingSchema = z.object({
  /** "fail": it would not get there. "warn": it may not do as wished. */
  weight: z.enum(["fail", "warn"]),
  message: z.string(),
  fix: z.string(),
});
export type MoveFinding = z.infer<typeof moveFindingSchema>;
