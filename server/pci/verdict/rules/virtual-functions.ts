import type { PciDevice } from "../../schema";
import { type JudgedHost, type Rule, reason } from "../rule";
import { listed, namedWithDriver } from "../words";

/** Virtual functions exist only while the physical function has its driver. */
export const virtualFunctions: Rule = ({ functions }, host) =>
  functions.flatMap((device) => {
    const count = enabledOf(device, host);
    if (count === 0) return [];
    const carved = host.virtualFunctions.get(device.address) ?? [];
    const list = carved.length === 0 ? "" : ` (${listed(carved, ({ address }) => address, 3)})`;
    const message = `${namedWithDriver(device)} has ${count} virtual ${count === 1 ? "function" : "functions"} enabled${list}. ${count === 1 ? "It disappears" : "They disappear"} when its driver is unbound.`;
    const fix = `Disable them first: write 0 to /sys/bus/pci/devices/${device.address}/sriov_numvfs. Or attach one of the virtual functions to the VM instead.`;
    return [reason("block", "driver-in-use", [device, ...carved], message, fix)];
  });

function enabledOf({ address, virtualFunctions }: PciDevice, host: JudgedHost): number {
  return Math.max(virtualFunctions?.enabled ?? 0, host.virtualFunctions.get(address)?.length ?? 0);
}
