import * as z from "zod";
import { onBoot } from "../../access/objects-of";
import { planSchema } from "../../plan.schema";
import { wishedChangeSchema } from "../../prepare/change.schema";
import { agreement, definePlannedActWith, type Planned, startedSchema } from "../planned-act";
import { hostReference } from "../references.schema";
import { type PlannedChange, planChange } from "./plan-change";
import { planPartsOf } from "./plan-parts";

const input = hostReference.extend({
  change: wishedChangeSchema,
  /** For good, or tried once at the next start, while the host's own way to start stays as it is. */
  way: z.enum(["at-once", "trial"]).default("at-once"),
});

/** A plan, and what it comes to by hand, which is told as well where Passdeck can't carry it out. */
const plannedChangeSchema = planSchema.extend({
  files: z.array(z.object({ file: z.string(), before: z.string().nullable(), after: z.string() })),
  commands: z.array(z.array(z.string())),
  /** To be run by hand: where Passdeck can't carry the plan out, and there is something to do. */
  script: z.string().nullable(),
});

type PlannedPreparation = Planned & PlannedChange;

/** Changes how a host starts: its kernel's line, modules, initial RAM disks. */
export const changeHost = definePlannedActWith(
  {
    names: { plan: "prepare.plan", run: "prepare.run" },
    title: "Change how the host starts",
    input,
    agreed: input.extend(agreement),
    objects: onBoot,
    async plan(context, { hostId, change, way }): Promise<PlannedPreparation> {
      return planChange(await planPartsOf(context, hostId), change, way);
    },
  },
  {
    planOutput: plannedChangeSchema,
    shown: ({ plan, written, script }) => ({
      ...plan,
      files: written.steps.map((step) => ({ ...step })),
      commands: written.commands.map((words) => [...words]),
      script: plan.refusal === null ? null : script,
    }),
    runOutput: startedSchema,
    started: (_planned, jobId) => ({ jobId }),
  },
);
