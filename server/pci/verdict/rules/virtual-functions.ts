import { isGpu } from "../../device-kind.schema";
import type { PciDevice } from "../../schema";
import { type JudgedHost, type Rule, reason } from "../rule";
import { listed, namedWithDriver } from "../words";

/** Virtual functions exist only while the physical function has its driver, and NVIDIA's are for its driver alone. */
export const virtualFunctions: Rule = ({ functions }, host) => [
  ...functions.filter(isVgpuFunction).map(vgpuFunction),
  ...functions.flatMap((device) => carvedInto(device, host)),
];

function isVgpuFunction(device: PciDevice): boolean {
  return device.physicalFunction !== null && isGpu(device) && device.driver === "nvidia";
}

/** NVIDIA vGPU Software, "Configuring a GPU for vGPU": vfio-pci's probe of such a function fails with EINVAL. */
function vgpuFunction(device: PciDevice) {
  const message = `${namedWithDriver(device)} is a virtual function for NVIDIA vGPU: a VM uses it with NVIDIA's own driver, and vfio-pci refuses it.`;
  const fix =
    "Give it a vGPU type (nvidia/current_vgpu_type in its folder, or mdevctl) and attach that to the VM.";
  return reason("risk", "driver-in-use", [device], message, fix);
}

function carvedInto(device: PciDevice, host: JudgedHost) {
  const count = enabledOf(device, host);
  if (count === 0) return [];
  const carved = host.virtualFunctions.get(device.address) ?? [];
  const list = carved.length === 0 ? "" : ` (${listed(carved, ({ address }) => address, 3)})`;
  const message = `${namedWithDriver(device)} has ${count} virtual ${count === 1 ? "function" : "functions"} enabled${list}. ${count === 1 ? "It disappears" : "They disappear"} when its driver is unbound.`;
  const fix = `Disable them first: write 0 to /sys/bus/pci/devices/${device.address}/sriov_numvfs. Or attach one of the virtual functions to the VM instead.`;
  return [reason("block", "driver-in-use", [device, ...carved], message, fix)];
}

function enabledOf({ address, virtualFunctions }: PciDevice, host: JudgedHost): number {
  return Math.max(virtualFunctions?.enabled ?? 0, host.virtualFunctions.get(address)?.length ?? 0);
}
