import * as z from "zod";
import { networkSettingsSchema } from "./network-settings.schema";

/** A change that somebody requests. */
export const networkEditSchema = z.object({
  settings: networkSettingsSchema,
  /** Of the definition that they saw. */
  base: z.string().max(128),
});

/** What would come of a change. */
export const networkEditPlanSchema = z.object({
  /** What stands against it, a sentence each. */
  problems: z.array(z.string()),
  /** Of the definition, as libvirt gets it. */
  diff: z.string(),
  /** What the running network takes over at once. */
  live: z.array(z.string()),
  /** What waits until the running network is stopped and started. */
  waiting: z.array(z.string()),
});

export type NetworkEditPlan = z.infer<typeof networkEditPlanSchema>;
