import { isActive } from "@/components/fleet/state-look";
import { type VmAction, whyNot, whyNotRename } from "@/server/domain/actions.schema";
import type { Maintenance } from "@/server/fleet/maintenance.schema";
import { maintenanceWords } from "@/server/fleet/maintenance-words.schema";
import type { VmSummary } from "@/server/fleet/schema";

type Reason = (vm: VmSummary) => string | null;

/** Why something can be done to none of several VMs; null as soon as it can be done to one. */
function whyNone(vms: readonly VmSummary[], reason: Reason): string | null {
  const reasons = vms.map(reason);
  if (reasons.some((why) => why === null)) return null;
  const [first] = reasons;
  if (first === undefined || first === null) return "nothing is selected";
  return reasons.every((why) => why === first) || vms.length === 1
    ? first
    : "none of them is in a state for it";
}

/**
 * Why `action` can be done to none of `vms`, said as a sentence; null when it can be done to one at least.
 * @param maintenanceOf whether a host is in maintenance, where nothing is started
 * @param clustered whether a cluster runs a VM, and so starts and stops it itself
 */
export function whyNotAction(
  action: VmAction,
  vms: readonly VmSummary[],
  maintenanceOf: (hostId: string) => Maintenance | null,
  clustered: (vm: VmSummary) => string | null,
): string | null {
  return asSentence(
    whyNone(
      vms,
      (vm) =>
        whyNot(action, vm) ??
        (ofCluster.has(action) && clustered(vm) !== null ? "a cluster starts and stops it" : null) ??
        whyHeldBack(action, maintenanceOf(vm.hostId)),
    ),
  );
}

/** What pacemaker would take for a failure, or for nothing. */
const ofCluster: ReadonlySet<VmAction> = new Set(["start", "shut-down", "force-off", "save"]);

function whyHeldBack(action: VmAction, maintenance: Maintenance | null): string | null {
  return action === "start" && maintenance !== null ? maintenanceWords(maintenance) : null;
}

/** Why the start at boot of none of `vms` can be set. */
export function whyNotAutostart(vms: readonly VmSummary[]): string | null {
  return asSentence(
    whyNone(vms, (vm) => (vm.persistent ? null : "it is transient: it has no saved definition")),
  );
}

/** Why none of `vms` can be given tags or a folder, which stand in its definition. */
export function whyNotLabel(vms: readonly VmSummary[]): string | null {
  return asSentence(whyNone(vms, (vm) => (vm.unreadable === null ? null : "its definition can’t be read")));
}

/** Why a VM can't be deleted now. */
export function whyNotDelete(vm: VmSummary): string | null {
  return isActive(vm.state) ? "It is on; shut it down or force it off first" : null;
}

/** Why a VM can't be given another name now. */
export function whyNotRenameVm(vm: VmSummary): string | null {
  return asSentence(whyNotRename(vm));
}

function asSentence(reason: string | null): string | null {
  return reason === null ? null : `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`;
}
