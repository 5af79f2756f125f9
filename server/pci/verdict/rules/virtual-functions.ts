import type { PciDevice } from "../../schema";
import { type JudgedHost, type Rule, reason } from "../rule";
import { listed, namedWithDriver } from "../words";

/** The driver of a physical function holds up its virtual ones; the kernel takes them away with it. */
export const virtualFunctions: Rule = ({ functions }, host) =>
  functions.flatMap((device) => {
    const count = enabledOf(device, host);
    if (count === 0) return [];
    const carved = host.virtualFunctions.get(device.address) ?? [];
    const list = carved.length === 0 ? "" : ` (${listed(carved, ({ address }) => address, 3)})`;
    const message = `${namedWithDriver(device)} has ${count} virtual ${count === 1 ? "function" : "functions"} switched on${list}. ${count === 1 ? "It would vanish" : "They would vanish"} with its driver.`;
    const fix = `Switch them off first: write 0 into /sys/bus/pci/devices/${device.address}/sriov_numvfs. Or give the VM one of the virtual functions in its place.`;
    return [reason("block", "driver-in-use", [device, ...carved], message, fix)];
  });

function enabledOf({ address, virtualFunctions }: PciDevice, host: JudgedHost): number {
  return Math.max(virtualFunctions?.enabled ?? 0, host.virtualFunctions.get(address)?.length ?? 0);
}
