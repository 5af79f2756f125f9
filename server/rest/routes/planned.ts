import type * as z from "zod";
import type { PlannedAct } from "../../work/planned-act";
import type { Begun } from "../begun.schema";
import { beginningBy, doing, type Route, type Tag } from "../route";

interface PlannedWords {
  /** Where it is carried out; its plan is made at the same path with "-plan". */
  path: string;
  /** In clients: "attachDevices" has "planAttachDevices" beside it. */
  id: string;
  tag: Tag;
  notes?: string;
  /** Of what the path does not name, without a fingerprint; left out where that is nothing. */
  example?: Record<string, unknown>;
}

/** The two ways of a planned act: one shows the plan, the other carries out that one or none. */
export function planned<
  Input extends z.ZodObject,
  Agreed extends z.ZodObject,
  PlanOutput extends z.ZodType,
  RunOutput extends z.ZodType<Begun>,
>(
  act: PlannedAct<Input, Agreed, PlanOutput, RunOutput>,
  { path, id, tag, notes = "", example }: PlannedWords,
): Route[] {
  const planId = `plan${id.charAt(0).toUpperCase()}${id.slice(1)}`;
  const shown =
    "Changes nothing. A `refusal` says why it can't be done; the fingerprint stands for the plan.";
  const done = "Carries out the plan of that fingerprint, and is refused where things have changed since.";
  return [
    doing(act.plan, {
      method: "POST",
      path: `${path}-plan`,
      id: planId,
      tag,
      notes: `${notes} ${shown}`.trim(),
      ...(example === undefined ? {} : { example }),
    }),
    beginningBy(act.run, {
      method: "POST",
      path,
      id,
      tag,
      notes: done,
      example: { ...example, fingerprint: "as the plan has it" },
    }),
  ];
}
