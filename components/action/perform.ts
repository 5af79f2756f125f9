import { trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import { vmKey } from "@/components/fleet/vm-key";
import type { VmAction } from "@/server/domain/actions.schema";
import type { LabelChange } from "@/server/domain/labels.schema";
import type { VmSummary } from "@/server/fleet/schema";
import { PendingActions } from "./pending-actions";

/** What came of one VM of several. */
export interface Outcome {
  key: string;
  name: string;
  ok: boolean;
  /** Why it failed, or what else is told of one that did not; null for nothing. */
  message: string | null;
}

/** What this page has under way. */
export const pendingActions = new PendingActions();

type PerHost = (
  hostId: string,
  vmIds: string[],
) => Promise<{ results: Omit<Outcome & { vmId: string }, "key">[] }>;

/** Does an action to VMs of any hosts, side by side, and answers for each of them. Never rejects. */
export function performAction(
  action: VmAction,
  doing: string,
  vms: readonly VmSummary[],
): Promise<Outcome[]> {
  return forEachHost(vms, doing, (hostId, vmIds) => trpc.vm.act.mutate({ hostId, vmIds, action }));
}

/** Sets whether VMs start with their host, and answers for each of them. Never rejects. */
export function performAutostart(autostart: boolean, vms: readonly VmSummary[]): Promise<Outcome[]> {
  const doing = autostart ? "Switching autostart on…" : "Switching autostart off…";
  return forEachHost(vms, doing, (hostId, vmIds) =>
    trpc.vm.setAutostart.mutate({ hostId, vmIds, autostart }),
  );
}

/** Tags VMs and puts them into a folder, and answers for each of them. Never rejects. */
export function performLabelling(change: LabelChange, vms: readonly VmSummary[]): Promise<Outcome[]> {
  return forEachHost(vms, "Changing tags…", (hostId, vmIds) =>
    trpc.vm.label.mutate({ hostId, vmIds, ...change }),
  );
}

async function forEachHost(vms: readonly VmSummary[], doing: string, work: PerHost): Promise<Outcome[]> {
  const hostIds = [...new Set(vms.map((vm) => vm.hostId))];
  const answers = hostIds.map((hostId) => {
    const here = vms.filter((vm) => vm.hostId === hostId);
    return pendingActions.during(here.map(vmKey), doing, () => ofOneHost(hostId, here, work));
  });
  return (await Promise.all(answers)).flat();
}

/** A call that fails as a whole failed for each of its VMs. */
async function ofOneHost(hostId: string, vms: readonly VmSummary[], work: PerHost): Promise<Outcome[]> {
  try {
    const { results } = await work(
      hostId,
      vms.map((vm) => vm.id),
    );
    return results.map(({ vmId, name, ok, message }) => ({
      key: vmKey({ hostId, id: vmId }),
      name,
      ok,
      message,
    }));
  } catch (error) {
    return vms.map((vm) => ({ key: vmKey(vm), name: vm.name, ok: false, message: errorText(error) }));
  }
}
