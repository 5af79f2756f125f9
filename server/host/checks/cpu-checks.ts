import type { Check } from "./check.schema";
import { type CheckSources, folderMarks, kvmNode, paths } from "./check-sources";

const inSetup = {
  intel: "Switch on “Intel Virtualization Technology” (VT-x) in the firmware's setup.",
  amd: "Switch on “SVM Mode” in the firmware's setup.",
} as const;

/** Whether the CPU can run guests: the flags vmx or svm; Arm's kernels tell no such flag. */
export function cpuVirtualization({ files, cpuVendor }: CheckSources): Check {
  const base = { id: "cpu-virtualization", title: "CPU virtualisation" } as const;
  const flags =
    /^flags\s*:(.*)$/m
      .exec(files.text(paths.cpu) ?? "")?.[1]
      ?.trim()
      .split(/\s+/) ?? [];
  const flag = flags.find((name) => name === "vmx" || name === "svm");
  if (flag !== undefined) {
    const name = flag === "vmx" ? "Intel VT-x" : "AMD-V";
    return { ...base, status: "pass", detail: `The CPU has ${name} and it is on.`, fix: null };
  }
  if (flags.length === 0) {
    return { ...base, status: "unknown", detail: "The kernel does not tell what the CPU can do.", fix: null };
  }
  if (flags.includes("hypervisor")) {
    const detail = "This host is a VM itself, and its own host does not let it run guests.";
    const fix = "Switch on nested virtualisation on the outer host, with the CPU mode host-passthrough.";
    return { ...base, status: "fail", detail, fix };
  }
  const fix = cpuVendor === "intel" || cpuVendor === "amd" ? inSetup[cpuVendor] : null;
  return { ...base, status: "fail", detail: "The CPU's virtualisation is off, or it has none.", fix };
}

/** Whether the kernel offers KVM. */
export function kvmDevice({ files, cpuVendor }: CheckSources): Check {
  const base = { id: "kvm-device", title: "KVM" } as const;
  if (files.has(kvmNode)) return { ...base, status: "pass", detail: "/dev/kvm is there.", fix: null };
  if (!files.has(folderMarks.devices)) {
    return { ...base, status: "unknown", detail: "The captured host does not tell.", fix: null };
  }
  const module = cpuVendor === "amd" ? "kvm_amd" : cpuVendor === "intel" ? "kvm_intel" : "kvm";
  return {
    ...base,
    status: "fail",
    detail: "/dev/kvm is missing, so guests would be emulated, many times slower.",
    fix: `Run “modprobe ${module}”; where it fails, “dmesg | grep -i kvm” tells why.`,
  };
}
