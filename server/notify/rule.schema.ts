import * as z from "zod";
import { keyVmSchema } from "../access/keys/api-key.schema";
import { timeZoneSchema } from "../access/time-zone.schema";
import { severities, subjects } from "./subject.schema";

const clockTime = z
  .string()
  .max(5)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "A time of day is written as 22:30." });

/** When nothing is sent, each day: what happens meanwhile is told at its end. */
export const quietHoursSchema = z
  .object({
    from: clockTime,
    /** Of the next day where it is not after `from`. */
    to: clockTime,
    /** IANA's name of it. */
    timeZone: timeZoneSchema,
    /** What is critical is sent all the same. */
    criticalPasses: z.boolean(),
  })
  .refine(({ from, to }) => from !== to, {
    error: "Quiet hours begin and end at different times.",
    path: ["to"],
  });
export type QuietHours = z.infer<typeof quietHoursSchema>;

/** What is sent to a channel. */
export const ruleSchema = z.object({
  subjects: z.array(z.enum(subjects)).min(1, { error: "Choose an event at least." }).max(subjects.length),
  least: z.enum(severities),
  /** Of this host alone; null: of all. */
  hostId: z.string().min(1).max(64).nullable(),
  /** Of these VMs alone; null: of whatever there is. */
  vms: z.array(keyVmSchema).min(1, { error: "Choose a VM at least." }).max(1000).nullable(),
  quiet: quietHoursSchema.nullable(),
});
export type Rule = z.infer<typeof ruleSchema>;
