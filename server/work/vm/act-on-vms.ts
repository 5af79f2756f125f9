import { onVm, onVmAndDevices } from "../../access/objects-of";
import type { VmAction } from "../../domain/actions.schema";
import { AppError } from "../../errors";
import { withoutSubject } from "../../fleet/libvirt-app-error";
import { type ActContext, type ActRequest, contextOf } from "../act-context";
import { cardChooser, noCards } from "../named/chosen-cards";
import { startJob } from "../planned-act";
import { claimOf, runAct } from "../run-act";
import { actOnVm, isLong } from "./act-on-vm";
import { type ItemResults, runForEachVm } from "./run-for-each-vm";
import { type LongAction, vmActionKindName, vmActionSteps, vmActionTitle } from "./vm-action-kind";

/** VMs of one host, and what is to be done to each. */
interface Asked {
  hostId: string;
  vmIds: readonly string[];
  action: VmAction;
}

/**
 * Does an action to several VMs, and answers for each when it is done: one that fails stops no other. What may take minutes
 * is one job, which everybody can watch and cancel.
 */
export async function actOnVms(request: ActRequest, { action, ...vms }: Asked): Promise<ItemResults> {
  const asked = await runForEachVm(actOnVm, request, vms, {
    inputOf: (vmId) => ({ hostId: vms.hostId, vmId, action }),
    toldOf: ({ told }) => told,
  });
  if (!isLong(action)) return asked;
  const admitted = asked.results.filter(({ ok }) => ok);
  if (admitted.length === 0) return asked;
  const problems = await problemsOfJob(contextOf(request), vms.hostId, action, admitted);
  return {
    results: asked.results.map((item) => {
      const problem = problems.get(item.vmId);
      return problem === undefined ? item : { ...item, ok: false, message: problem };
    }),
  };
}

/**
 * Begins a long action on one VM, as a job, and does not wait for its end.
 * @returns the job's id, and what the person is told besides; null for nothing.
 */
export async function beginOnVm(
  request: ActRequest,
  { hostId, vmId, action }: { hostId: string; vmId: string; action: LongAction },
): Promise<{ jobId: string; told: string | null }> {
  const context = contextOf(request);
  const { told } = await runAct(actOnVm, request, { hostId, vmId, action }, context);
  const { id, name } = request.services.fleet.vm(hostId, vmId).summary;
  const { jobId } = await startActionJob(context, hostId, action, [{ vmId: id, name }]);
  return { jobId, told };
}

/** Has a job do it. @returns what went wrong, by the VMs' ids. */
async function problemsOfJob(
  context: ActContext,
  hostId: string,
  action: LongAction,
  admitted: ItemResults["results"],
): Promise<ReadonlyMap<string, string>> {
  try {
    const { jobId, vms } = await startActionJob(context, hostId, action, admitted);
    const job = await context.services.jobs.ended(jobId);
    const undone = vms.flatMap(({ vmId }, index): (readonly [string, string])[] => {
      const step = job.steps[index];
      const notBegun = job.problem ?? "It was not begun.";
      return step?.state === "done" ? [] : [[vmId, step?.problem ?? notBegun] as const];
    });
    return new Map(undone);
  } catch (thrown) {
    const error = withoutSubject(thrown);
    if (!(error instanceof AppError)) throw error;
    return new Map(admitted.map(({ vmId }) => [vmId, error.userMessage]));
  }
}

/** Begins the job. @throws AppError "conflict" where something of it is in hand or no card is free, "not-found". */
async function startActionJob(
  context: ActContext,
  hostId: string,
  action: LongAction,
  admitted: readonly { vmId: string; name: string }[],
) {
  const { fleet, jobs, failedStarts } = context.services;
  const [first, ...others] = admitted;
  const title = `${vmActionTitle(action)} ${others.length === 0 ? first?.name : `${admitted.length} VMs`}`;
  const choose = action === "start" ? await cardChooser(context, hostId, admitted) : () => noCards;
  // From here on nothing waits: what was chosen is in hand before anybody else chooses.
  const chosen = choose();
  const objectsOf = (vmId: string) => {
    if (action !== "start") return [onVm({ hostId, vmId })];
    const given = chosen.cards.get(vmId)?.flatMap(({ functions }) => functions.map(({ address }) => address));
    const addresses = [...fleet.vm(hostId, vmId).summary.passthrough, ...(given ?? [])];
    return onVmAndDevices({ hostId, vmId, addresses });
  };
  const vms = admitted.map(({ vmId, name }) => {
    const subjects = [...(claimOf(objectsOf(vmId))?.subjects ?? [])];
    return { vmId, name, subjects, cards: chosen.cards.get(vmId) ?? [] };
  });
  const input = { action, vms };
  const inHand = admitted.flatMap(({ vmId }) => objectsOf(vmId));
  const plan = { kind: vmActionKindName, title, steps: vmActionSteps(input) };
  const jobId = startJob(context, { plan, jobInput: input, inHand });
  if (action === "start")
    void failedStarts.noteEnd(
      jobs.ended(jobId),
      admitted.map(({ vmId }) => vmId),
    );
  for (const [bookingId, vmId] of chosen.bookings) context.services.bookings.use(hostId, bookingId, vmId);
  return { jobId, vms };
}
