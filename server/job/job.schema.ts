import * as z from "zod";
import { plannedStepSchema } from "../plan.schema";

/**
 * `running`; `done`; `undone`: it failed or was cancelled, and what it had done was taken back; `failed`: it failed and
 * could not be undone whole, or some of its independent steps were not done; `interrupted`: Passdeck ended in the middle of
 * it, and somebody has to say whether it is to be finished or undone; independent steps are left as they are.
 */
export const jobStates = ["running", "done", "undone", "failed", "interrupted"] as const;
export type JobState = (typeof jobStates)[number];

/** How far a step that moves bytes is. `total` is null where nobody knows how many there are. */
export const stepProgressSchema = z.object({
  done: z.number().nonnegative(),
  total: z.number().nonnegative().nullable(),
});
export type StepProgress = z.infer<typeof stepProgressSchema>;

/** A step of the plan that the job carries out, and what came of it. */
export const jobStepSchema = plannedStepSchema.extend({
  state: z.enum(["waiting", "running", "done", "failed", "undone"]),
  /** What went wrong, for people; null while nothing did. */
  problem: z.string().nullable(),
  /** Of the running step, where it tells; null of all others. It is not kept. */
  progress: stepProgressSchema.nullable().default(null),
});

export const jobSchema = z.object({
  id: z.guid(),
  hostId: z.string(),
  /** "Reserve GeForce RTX 3090 (0000:01:00.0) for VMs" */
  title: z.string(),
  /** Which plan it carries out: "reserve", "return", "attach" … */
  kind: z.string(),
  /** PCI addresses and VM ids that it is about, so that pages can show it beside them. */
  subjects: z.array(z.string()),
  startedBy: z.string(),
  /** Milliseconds since 1970. */
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  state: z.enum(jobStates),
  steps: z.array(jobStepSchema),
  /** What went wrong, for people: which device or VM, why, what to do. */
  problem: z.string().nullable(),
  /** It can be stopped now: the steps done are taken back, those of an independent job stay. */
  cancellable: z.boolean(),
  /** What one step did stays, whatever becomes of the others; nothing is taken back. */
  independent: z.boolean(),
  /** Markdown that the user can keep ("Check…" of a VM with cards); null of jobs without one. */
  report: z.string().nullable(),
});

/** What `job.watch` sends: all jobs at once, the latest first, then each that changed. */
export const jobMessageSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("snapshot"), jobs: z.array(jobSchema) }),
  z.object({ kind: z.literal("job"), job: jobSchema }),
]);

export type JobStep = z.infer<typeof jobStepSchema>;
export type Job = z.infer<typeof jobSchema>;
export type JobMessage = z.infer<typeof jobMessageSchema>;
