import pMap from "p-map";
import * as z from "zod";
import { can } from "../../access/can";
import { onVm } from "../../access/objects-of";
import { AppError } from "../../errors";
import type { VmRecord } from "../../fleet/read-vm";
import type { Act } from "../act";
import { type ActRequest, contextOf } from "../act-context";
import { runAct } from "../run-act";

/** What came of one VM of several. */
const itemSchema = z.object({
  vmId: z.string(),
  name: z.string(),
  ok: z.boolean(),
  /** Why it failed, or what else is told of one that did not; null for nothing. */
  message: z.string().nullable(),
});
type ItemResult = z.infer<typeof itemSchema>;

/** What came of each. */
export const itemResults = z.object({ results: z.array(itemSchema) });
export type ItemResults = z.infer<typeof itemResults>;

interface ForEach<Input extends z.ZodType, Output extends z.ZodType> {
  inputOf(vmId: string): z.output<Input>;
  /** What is told of a VM with which it went well. Default: nothing. */
  toldOf?(answer: Awaited<z.input<Output>>): string | null;
}

/** libvirtd has 20 workers by default; a hundred VMs that start leave it some for everybody else. */
const atOnce = 8;

/**
 * Does an act to several VMs of a host, side by side, and answers for each: one that fails stops no other. Each is an
 * act of its own, with its right, its turn, and its line in the audit.
 */
export async function runForEachVm<Input extends z.ZodType, Output extends z.ZodType>(
  act: Act<Input, Output>,
  request: ActRequest,
  { hostId, vmIds }: { hostId: string; vmIds: readonly string[] },
  { inputOf, toldOf }: ForEach<Input, Output>,
): Promise<ItemResults> {
  const { fleet } = request.services;
  const names = new Map(fleet.vmsOf(hostId).map(nameById));
  const context = contextOf(request);
  const refusals: AppError[] = [];
  const one = async (vmId: string): Promise<ItemResult> => {
    const objects = [act.objects(inputOf(vmId))].flat();
    const isSeen = can(request, "vm.see", onVm({ hostId, vmId }));
    const item = { vmId, name: (isSeen ? names.get(vmId.toLowerCase()) : null) ?? vmId };
    try {
      const answer = await runAct(act, request, inputOf(vmId), context);
      return { ...item, ok: true, message: toldOf?.(answer) ?? null };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (!objects.every((object) => can(request, act.name, object))) refusals.push(error);
      return { ...item, ok: false, message: error.userMessage };
    }
  };
  const results = await pMap(new Set(vmIds), one, { concurrency: atOnce });
  // Who may do it to none of them is told so, as by an act on one.
  const [refusal] = refusals;
  if (refusal !== undefined && refusals.length === results.length) throw refusal;
  // A host that is not known is no answer for each of its VMs; only who may do it learns of that.
  fleet.host(hostId);
  return { results };
}

function nameById({ summary }: VmRecord): [string, string] {
  return [summary.id, summary.name];
}
