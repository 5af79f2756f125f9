import * as z from "zod";
import { reservationSchema } from "../../../access/quota.schema";
import { answerFilesSchema } from "../../../create/answers/answers.schema";
import { plannedStepSchema } from "../../../plan.schema";

/** What `Jobs.start` takes. */
const jobSpecSchema = z.object({
  kind: z.string(),
  hostId: z.string(),
  title: z.string(),
  subjects: z.array(z.string()),
  startedBy: z.string(),
  steps: z.array(plannedStepSchema),
  input: z.unknown(),
  reserved: z.array(reservationSchema).default([]),
});

/** What a process that is to be killed is told, in one line of JSON. */
export const orderSchema = z.object({
  /** Its state folder; it survives the kill. */
  dataFolder: z.string(),
  /** The job that it begins. */
  spec: jobSpecSchema,
  /** The answer files that it has in memory. */
  kept: z.array(z.object({ pool: z.string(), volume: z.string(), files: answerFilesSchema })),
  /** After which of its effects it dies, counted from 0; null: it comes to its end. */
  killAt: z.number().nullable(),
  /** libvirtd's process, which is stopped before a call is sent of which the answer is not waited for. */
  libvirtd: z.number(),
});
export type Order = z.infer<typeof orderSchema>;
