import { isGpu } from "@/components/fleet/device-names";
import { isActive } from "@/components/fleet/state-look";
import type { Tone } from "@/components/ui/badge";
import type { VmSummary } from "@/server/fleet/schema";
import type { HardwareReport, PciDevice } from "@/server/pci/schema";

/** A GPU and who has it. */
export interface GpuUse {
  device: PciDevice;
  /** VMs whose definition gives it to them; the one that is on comes first. */
  vms: VmSummary[];
  words: string;
  tone: Tone;
}

/** The GPUs of a host, in the order of their addresses, each with who has it now. */
export function gpuUses(report: HardwareReport, vms: readonly VmSummary[]): GpuUse[] {
  return report.devices.filter(isGpu).map((device) => {
    const holders = vms
      .filter((vm) => vm.passthrough.includes(device.address))
      .sort((one, other) => Number(isActive(other.state)) - Number(isActive(one.state)));
    return { device, vms: holders, ...describeUse(device, holders) };
  });
}

function describeUse(device: PciDevice, holders: readonly VmSummary[]): Pick<GpuUse, "words" | "tone"> {
  const [first] = holders;
  if (first !== undefined) {
    return isActive(first.state)
      ? { words: "In use", tone: "success" }
      : { words: "Attached, VM is off", tone: "neutral" };
  }
  if (device.driver === "vfio-pci") return { words: "Free for a VM", tone: "accent" };
  return device.driver === null
    ? { words: "No driver", tone: "neutral" }
    : { words: `Used by the host (${device.driver})`, tone: "neutral" };
}
