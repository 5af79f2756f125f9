import { deviceAttachments } from "../../fleet/device-attachments";
import { isActive, type VmRecord } from "../../fleet/read-vm";
import type { CarriedDevice } from "../../pci/carried.schema";

/** Which VM runs with which device of its host, by PCI address. */
export function runningHolders(
  vms: readonly VmRecord[],
  carried: readonly CarriedDevice[],
): ReadonlyMap<string, string> {
  const running = vms.filter(({ summary }) => isActive(summary.state));
  return new Map(
    [...deviceAttachments(running, carried)].flatMap(([address, [first]]): [string, string][] =>
      first === undefined ? [] : [[address, first.vmName]],
    ),
  );
}
