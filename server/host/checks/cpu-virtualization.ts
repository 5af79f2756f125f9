import { logged } from "./boot-log";
import type { Evidence } from "./check.schema";
import { type CheckSources, paths } from "./check-sources";
import { cpuFlags } from "./cpu-flags";
import { type Finding, type HostCheck, passed, unknown } from "./host-check";
import { inFirmware } from "./in-firmware";

const inSetup = {
  intel: "Turn on “Intel Virtualization Technology” (VT-x) in the firmware setup.",
  amd: "Turn on “SVM Mode” in the firmware setup.",
} as const;

/** What the kernel says of a CPU that could and may not (arch/x86/kernel/cpu/feat_ctl.c; KVM's own modules). */
const lockedByFirmware = /\b(VMX|SVM|kvm)\b.*(disabled|locked).*(BIOS|firmware|MSR_VM_CR)/i;

/** Whether the CPU can run guests: the flags vmx or svm; Arm's kernels tell no such flag. */
export const cpuVirtualization: HostCheck = {
  id: "cpu-virtualization",
  group: "processor",
  title: "CPU virtualization",
  why: "Without it VMs are emulated, many times slower, and no device can be handed to them.",
  look: extensionsOn,
};

function extensionsOn(sources: CheckSources): Finding {
  const flags = cpuFlags(sources);
  if (flags.length === 0) return unknown("The kernel does not report the CPU's features.");
  const locked = logged(sources.log, lockedByFirmware, 2);
  const flag = flags.find((name) => name === "vmx" || name === "svm");
  // A CPU of AMD's keeps its flag whatever the firmware has locked.
  if (flag !== undefined && locked.length === 0) {
    const name = flag === "vmx" ? "Intel VT-x" : "AMD-V";
    return passed(`${name} is available and turned on.`, [flagLine(sources, flag)]);
  }
  if (flags.includes("hypervisor")) {
    return {
      status: "fail",
      detail: "This host is itself a VM without nested virtualization.",
      fix: "Turn on nested virtualization on the outer host, and use the CPU mode host-passthrough.",
      evidence: [flagLine(sources, "hypervisor")],
    };
  }
  return missing(sources, locked);
}

/** Present but off is told apart from absent: by the kernel's word, or by tables that only boards of such CPUs have. */
function missing(sources: CheckSources, locked: readonly Evidence[]): Finding {
  const { cpuVendor, iommu } = sources;
  const fix =
    cpuVendor === "intel" || cpuVendor === "amd"
      ? inFirmware(sources, "virtualization", inSetup[cpuVendor])
      : null;
  const isPresent = locked.length > 0 || iommu.offeredByFirmware === true;
  return {
    status: "fail",
    detail: isPresent
      ? "The CPU has it, but the firmware has turned it off."
      : "CPU virtualization is turned off or not supported.",
    fix,
    evidence: locked,
  };
}

function flagLine({ files }: CheckSources, flag: string): Evidence {
  const line = (files.text(paths.cpu) ?? "").split("\n").findIndex((one) => /^flags\s*:/.test(one)) + 1;
  return { file: `/${paths.cpu}`, line, text: `flags: … ${flag} …` };
}
