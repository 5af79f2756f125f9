import type * as z from "zod";
import { authorise } from "../access/can";
import type { ObjectReference } from "../access/object.schema";
import { outcomeOf } from "../access/outcome-of";
import type { Outcome } from "../database/audit-outcome.schema";
import { withoutSubject } from "../fleet/libvirt-app-error";
import { type Claim, subjectOf } from "../job/subjects";
import type { Act } from "./act";
import { type ActContext, type ActRequest, contextOf, nameOf, type Told } from "./act-context";
import { refuseOfCluster } from "./cluster/refuse-of-cluster";
import { askForSensitive, isSensitive } from "./sensitive";

/**
 * The one way in which anything is done: asks whether it may be, leaves VMs of a cluster to that, keeps others off what it is done to, does it, and
 * leaves one line for the audit, whatever came of it.
 * @param input As the act's schema made it.
 * @param context Shared by acts that are asked for together.
 * @throws AppError "unauthorised", "forbidden", "reauthenticate" for dangerous acts, "conflict" where a job has the same thing in hand, and whatever the act
 * throws.
 */
export async function runAct<Input extends z.ZodType, Output extends z.ZodType>(
  act: Act<Input, Output>,
  request: ActRequest,
  input: z.output<Input>,
  context = contextOf(request),
): Promise<z.input<Output>> {
  const objects = [act.objects(input)].flat();
  const check = () => authorise(request, act.name, ...objects);
  return audited(act, request, objects, check, async (tell) => {
    // What is not dangerous is in hand at once.
    if (isSensitive(act.name)) await askForSensitive(act.name, context, input);
    const claim = claimOf([act.inHand(input, context)].flat());
    const work = async () => {
      await refuseOfCluster(act.name, request.services, objects, input);
      return act.run({ ...context, tell }, input);
    };
    return claim === null ? work() : request.services.jobs.during({ ...claim, title: act.title }, work);
  });
}

/** What work has in hand, of the objects that it is about, which are of one host; null where nobody else could be at it. */
export function claimOf(objects: readonly ObjectReference[]): Claim | null {
  const subjects = new Set(objects.flatMap((object) => subjectOf(object) ?? []));
  const [hostId] = objects.flatMap((object) => ("hostId" in object ? [object.hostId] : []));
  return hostId === undefined || subjects.size === 0 ? null : { hostId, subjects: [...subjects] };
}

/** Does `work` and records what came of it; where `check` throws it is refused, whatever its answer looks like. */
async function audited<Result>(
  { name, title, changes }: Pick<Act, "name" | "title" | "changes">,
  request: ActRequest,
  objects: readonly ObjectReference[],
  check: () => void,
  work: (tell: ActContext["tell"]) => Promise<Result>,
): Promise<Result> {
  const { services, remoteAddress } = request;
  const at = Date.now();
  // What is renamed or deleted is told by its name from before.
  const subject = services.audit.subjectOf?.(objects) ?? "";
  const told: Told = { title, who: nameOf(request) };
  const record = (outcome: Outcome, problem: string | null) =>
    services.audit.record({
      ...told,
      subject,
      address: remoteAddress,
      at,
      tookMs: Date.now() - at,
      act: name,
      changes,
      objects,
      outcome,
      problem,
    });
  let allowed = false;
  try {
    check();
    allowed = true;
    const result = await work((said) => Object.assign(told, said));
    record("done", null);
    return result;
  } catch (thrown) {
    const error = withoutSubject(thrown);
    const { outcome, problem } = outcomeOf(error);
    record(allowed ? outcome : "refused", problem);
    throw error;
  }
}
