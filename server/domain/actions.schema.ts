/** What can be done to a VM in which state: pages use it to disable what cannot, the server to refuse it. */

export const vmActions = [
  "start",
  "pause",
  "resume",
  "shut-down",
  "reboot",
  "reset",
  "force-off",
  "save",
  "discard-saved",
] as const;
export type VmAction = (typeof vmActions)[number];

/** The part of a VM that decides what may be done to it. */
export interface ActionSubject {
  state: "running" | "paused" | "shutting-down" | "off" | "crashed" | "suspended" | "unknown";
  persistent: boolean;
  hasSavedState: boolean;
}

const isActive = (vm: ActionSubject) => !["off", "crashed", "unknown"].includes(vm.state);

const off = "it is off";

const reasons: Record<VmAction, (vm: ActionSubject) => string | null> = {
  start: (vm) => (isActive(vm) ? "it is already on" : null),
  pause: (vm) => {
    if (vm.state === "running") return null;
    return vm.state === "paused" ? "it is already paused" : isActive(vm) ? "it is not running" : off;
  },
  resume: (vm) => (vm.state === "paused" || vm.state === "suspended" ? null : "it is not paused"),
  "shut-down": (vm) => guestMustRun(vm),
  reboot: (vm) => guestMustRun(vm),
  reset: (vm) => (isActive(vm) ? null : off),
  "force-off": (vm) => (isActive(vm) ? null : off),
  save: (vm) => {
    if (!isActive(vm)) return off;
    return vm.persistent ? null : "it is transient: libvirt keeps no saved state of it";
  },
  "discard-saved": (vm) => (vm.hasSavedState ? null : "it has no saved state"),
};

function guestMustRun(vm: ActionSubject): string | null {
  if (vm.state === "running" || vm.state === "shutting-down") return null;
  return isActive(vm) ? "its guest is paused and cannot answer; resume it first" : off;
}

/** Why `action` cannot be done to `vm` now, as the end of "… because …"; null when it can. */
export function whyNot(action: VmAction, vm: ActionSubject): string | null {
  return reasons[action](vm);
}

/**
 * Why a VM can't be given another name now, as the end of "… because …"; null when it can. libvirt renames only what it
 * keeps and what does not run (https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainRename), and no VM with a
 * saved state, which it keeps under the name.
 */
export function whyNotRename(vm: ActionSubject): string | null {
  if (isActive(vm)) return "it is on; shut it down or force it off first";
  if (vm.state === "unknown") return "libvirt does not say whether it is on";
  if (!vm.persistent) return "it is transient: libvirt forgets it once it is off";
  return vm.hasSavedState ? "it has a saved state; start it or discard that first" : null;
}
