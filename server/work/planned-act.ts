import * as z from "zod";
import type { ObjectReference } from "../access/object.schema";
import type { ObjectsOf } from "../access/objects-of";
import type { Reservation } from "../access/quota.schema";
import type { Act as ActName } from "../access/rights";
import { AppError } from "../errors";
import { type Plan, planSchema } from "../plan.schema";
import { type Act, defineAct, nothing } from "./act";
import type { ActContext } from "./act-context";
import type { Demand } from "./quota/demand";
import { claimOf } from "./run-act";

/** What an act would do, with what its job needs. */
export interface Planned {
  plan: Plan;
  /** What the kind of job `plan.kind` takes. */
  jobInput: unknown;
  /** What the job has in hand. Default: the act's objects. */
  inHand?: readonly ObjectReference[];
  /** What it has VMs take, which their owners' quotas have to allow. Default: nothing. */
  demands?: readonly Demand[];
}

/** Stands for the plan that was agreed to, in the input of what carries it out. */
export const agreement = { fingerprint: z.string().max(128) };

export const startedSchema = z.object({ jobId: z.guid() });

/** How what is planned is shown, and what is told once its job has begun. */
interface Answers<P extends Planned, PlanOutput extends z.ZodType, RunOutput extends z.ZodType> {
  planOutput: PlanOutput;
  shown(planned: P): z.input<PlanOutput>;
  runOutput: RunOutput;
  started(planned: P, jobId: string): z.input<RunOutput>;
}

interface PlannedActParts<Input extends z.ZodType, Agreed extends z.ZodType, P extends Planned> {
  names: { plan: ActName; run: ActName };
  /** "Attach devices to a VM" */
  title: string;
  input: Input;
  /** The input with the {@link agreement}. */
  agreed: Agreed;
  objects: ObjectsOf<z.output<Input>>;
  /** Looks, and changes nothing. */
  plan(context: ActContext, input: z.output<Input>): P | Promise<P>;
  /** Has ready what the job needs; does no harm where there will be none. */
  beforeStart?(context: ActContext, input: z.output<Input>): Promise<void>;
}

/** The two acts that a planned act is. */
export interface PlannedAct<
  Input extends z.ZodType,
  Agreed extends z.ZodType,
  PlanOutput extends z.ZodType,
  RunOutput extends z.ZodType,
> {
  /** Shows what would be done. */
  plan: Act<Input, PlanOutput>;
  /** Begins it as a job, if it would still be planned as it was shown. */
  run: Act<Agreed, RunOutput>;
}

/** Makes an act that shows a plan before it begins a job with it. */
export function definePlannedAct<
  Input extends z.ZodType,
  Agreed extends z.ZodType<z.output<Input> & { fingerprint: string }>,
>(parts: PlannedActParts<Input, Agreed, Planned>) {
  return definePlannedActWith(parts, {
    planOutput: planSchema,
    shown: ({ plan }) => plan,
    runOutput: startedSchema,
    started: (_planned, jobId) => ({ jobId }),
  });
}

/** As {@link definePlannedAct}, with answers of its own. */
export function definePlannedActWith<
  Input extends z.ZodType,
  Agreed extends z.ZodType<z.output<Input> & { fingerprint: string }>,
  P extends Planned,
  PlanOutput extends z.ZodType,
  RunOutput extends z.ZodType,
>(
  { names, title, input: planInput, agreed, objects, plan, beforeStart }: PlannedActParts<Input, Agreed, P>,
  { planOutput, shown, runOutput, started }: Answers<P, PlanOutput, RunOutput>,
): PlannedAct<Input, Agreed, PlanOutput, RunOutput> {
  // What the constraint says, which TypeScript does not conclude of a type that is not known yet.
  const asPlanned = (input: z.output<Agreed>) =>
    input as unknown as z.output<Input> & { fingerprint: string };
  return {
    plan: defineAct({
      name: names.plan,
      title: `Plan: ${title}`,
      input: planInput,
      output: planOutput,
      changes: false,
      objects,
      run: async (context, request) => shown(await judged(context, await plan(context, request))),
    }),
    run: defineAct({
      name: names.run,
      title,
      input: agreed,
      output: runOutput,
      objects: (input) => objects(asPlanned(input)),
      // Its job has them in hand.
      inHand: nothing,
      async run(context, input) {
        const request = asPlanned(input);
        await refuseInHand(context, title, [objects(request)].flat());
        const planned = await plan(context, request);
        refuseChanged(planned.plan, request.fingerprint);
        await beforeStart?.(context, request);
        const inHand = planned.inHand ?? [objects(request)].flat();
        const start = (reserved: readonly Reservation[]) =>
          startJob(context, { ...planned, inHand, reserved });
        return started(planned, await context.services.quotaBook.during(planned.demands ?? [], start));
      },
    }),
  };
}

/**
 * Begins the job of a plan.
 * @returns its id.
 * @throws AppError "conflict" where somebody has one of its subjects in hand.
 */
export function startJob(
  { services, by }: ActContext,
  { plan: { kind, title, steps }, jobInput, inHand, reserved = [] }: StartedPlan,
): string {
  const claim = claimOf(inHand);
  if (claim === null) throw new Error(`a job “${title}” is about nothing`);
  return services.jobs.start({
    kind,
    title,
    steps,
    hostId: claim.hostId,
    subjects: [...claim.subjects],
    startedBy: by,
    input: jobInput,
    reserved,
  }).id;
}

/**
 * Refuses at once what a job has in hand: planning asks libvirt, which may be what that job waits for.
 * @throws AppError "conflict" that names the job.
 */
async function refuseInHand(
  { services }: ActContext,
  title: string,
  objects: readonly ObjectReference[],
): Promise<void> {
  const claim = claimOf(objects);
  if (claim !== null) await services.jobs.during({ ...claim, title }, () => undefined);
}

/** What a job is made of. */
interface StartedPlan {
  plan: Pick<Plan, "kind" | "title" | "steps">;
  jobInput: unknown;
  inHand: readonly ObjectReference[];
  /** What it will have taken of quotas. Default: nothing. */
  reserved?: readonly Reservation[];
}

/** With the quotas that it is a matter of, or refused by one. They are no part of the fingerprint: they are judged anew. */
async function judged<P extends Planned>({ services }: ActContext, planned: P): Promise<P> {
  if (planned.plan.refusal !== null) return planned;
  const { lines, refusal } = await services.quotaBook.look(planned.demands ?? []);
  if (refusal !== null) return { ...planned, plan: { ...planned.plan, steps: [], warnings: [], refusal } };
  return lines.length === 0 ? planned : { ...planned, plan: { ...planned.plan, quotas: lines } };
}

/** @throws AppError "conflict" where the plan can't be carried out, or is another than the one that was agreed to. */
function refuseChanged(plan: Plan, fingerprint: string): void {
  if (plan.refusal !== null) throw new AppError("conflict", { userMessage: plan.refusal });
  if (plan.fingerprint === fingerprint) return;
  throw new AppError("conflict", {
    userMessage: "Something on the host has changed since this plan was shown. Look at the plan again.",
  });
}
