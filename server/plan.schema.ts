import * as z from "zod";

/** A step of a plan: what it changes, what it risks, how it is undone. */
export const plannedStepSchema = z.object({
  /** "Bind 0000:01:00.0 (GeForce RTX 3090) to vfio-pci" */
  title: z.string(),
  /** The exact effect: the command, the file with what is written into it, or a diff. */
  effect: z.string(),
  /** What may go wrong; null where nothing of note may. */
  risk: z.string().nullable(),
  /** How it is taken back, as exactly as `effect`; null where there is nothing to take back. */
  undo: z.string().nullable(),
});

/** What is going to be done, before it is done. Plans are pure: the same facts give the same plan. */
export const planSchema = z.object({
  title: z.string(),
  /** "reserve", "return", "attach", "detach" … */
  kind: z.string(),
  steps: z.array(plannedStepSchema),
  /** What the user has to be told before saying yes, the gravest first. */
  warnings: z.array(z.string()),
  /** Of the quotas that it is a matter of what is used, a line each: "ada: 3 of 4 vCPUs used; this takes 2". */
  quotas: z.array(z.string()).optional(),
  /** Why it can't be carried out at all; such a plan has no steps. null of one that can. */
  refusal: z.string().nullable(),
  /** Stands for the plan as shown: a run is refused where the facts have changed and the plan would be another one. */
  fingerprint: z.string(),
});

export type PlannedStep = z.infer<typeof plannedStepSchema>;
export type Plan = z.infer<typeof planSchema>;
