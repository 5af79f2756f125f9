import type { VmSummary } from "../../fleet/schema";
import type { HardwareReport } from "../../pci/schema";
import type { Notifications } from "../notifications";
import { aboutNothing, type Occurrence } from "../occurrence.schema";
import { vmPage } from "../pages";
import { subjectWords } from "../subject.schema";

type Conditions = Pick<Notifications, "raise" | "clear" | "raised">;

/** Tells of devices that VMs are handed and that the host has no more, each once until it is back or taken off the VM. */
export function tellLostCards(
  hostId: string,
  { devices }: Pick<HardwareReport, "devices">,
  vms: readonly VmSummary[],
  notifications: Conditions,
): void {
  const present = new Set(devices.map(({ address }) => address));
  const prefix = `card-lost/${hostId}/`;
  const lost = new Set<string>();
  for (const vm of vms)
    for (const address of vm.passthrough) {
      if (present.has(address)) continue;
      const condition = `${prefix}${vm.id}/${address}`;
      lost.add(condition);
      notifications.raise(condition, occurrenceOf(vm, address));
    }
  for (const condition of notifications.raised(prefix))
    if (!lost.has(condition)) notifications.clear(condition);
}

function occurrenceOf({ hostId, id, name, state }: VmSummary, address: string): Occurrence {
  const fate =
    state === "off" || state === "crashed"
      ? "It can't start before the device is back, or is detached from it."
      : "What the VM does with it fails from now on.";
  return {
    ...aboutNothing,
    subject: "card-lost",
    severity: subjectWords["card-lost"].severity,
    at: Date.now(),
    title: `The device ${address} of the VM ${name} is gone`,
    detail: `The host has no PCI device at ${address} any more: it was taken out, has failed, or has another address. ${fate}`,
    hostId,
    vmId: id,
    vmName: name,
    page: vmPage(hostId, id),
  };
}
