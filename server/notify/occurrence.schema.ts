import * as z from "zod";
import { severities, subjects } from "./subject.schema";

/** Something that happened, as it is told. */
export const occurrenceSchema = z.object({
  /** "test" is what a person has sent to see whether a channel works. */
  subject: z.enum([...subjects, "test"]),
  severity: z.enum(severities),
  /** When it was seen, Unix milliseconds. */
  at: z.number(),
  /** One line: "The VM web-1 crashed". */
  title: z.string(),
  /** Why, or what to do; "" where there is nothing more to say. */
  detail: z.string(),
  /** The host that it is about, and the VM, job or user; null where it is about none. */
  hostId: z.string().nullable(),
  vmId: z.string().nullable(),
  vmName: z.string().nullable(),
  jobId: z.string().nullable(),
  userId: z.string().nullable(),
  /** The page that shows it, "/vms/local/…"; null where none does. */
  page: z.string().nullable(),
});
export type Occurrence = z.infer<typeof occurrenceSchema>;

/** An occurrence that is about nothing but what it says. */
export const aboutNothing = {
  hostId: null,
  vmId: null,
  vmName: null,
  jobId: null,
  userId: null,
  page: null,
} as const;
