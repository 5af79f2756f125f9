import { can, type Who } from "../../access/can";
import { onVm } from "../../access/objects-of";
import type { VmKey } from "../../access/shared-object";
import type { WatchableVms } from "../../access/watchable-vms";

/** Whether somebody may watch a VM's consoles: who may type there may, and viewers where it is allowed for this VM. */
export function mayWatch(who: Who, vm: VmKey, watchable: Pick<WatchableVms, "has">): boolean {
  if (can(who, "console.open", onVm(vm))) return true;
  return can(who, "console.watch", onVm(vm)) && watchable.has(vm);
}
