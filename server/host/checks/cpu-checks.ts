import type { Check } from "./check.schema";
import { type CheckSources, folderMarks, kvmNode, paths } from "./check-sources";

const inSetup = {
  intel: "Turn on “Intel Virtualization Technology” (VT-x) in the firmware setup.",
  amd: "Turn on “SVM Mode” in the firmware setup.",
} as const;

/** Whether the CPU can run guests: the flags vmx or svm; Arm's kernels tell no such flag. */
export function cpuVirtualization({ files, cpuVendor }: CheckSources): Check {
  const base = { id: "cpu-virtualization", title: "CPU virtualization" } as const;
  const flags =
    /^flags\s*:(.*)$/m
      .exec(files.text(paths.cpu) ?? "")?.[1]
      ?.trim()
      .split(/\s+/) ?? [];
  const flag = flags.find((name) => name === "vmx" || name === "svm");
  if (flag !== undefined) {
    const name = flag === "vmx" ? "Intel VT-x" : "AMD-V";
    return { ...base, status: "pass", detail: `${name} is available and turned on.`, fix: null };
  }
  if (flags.length === 0) {
    return {
      ...base,
      status: "unknown",
      detail: "The kernel does not report the CPU's features.",
      fix: null,
    };
  }
  if (flags.includes("hypervisor")) {
    const detail = "This host is itself a VM without nested virtualization.";
    const fix = "Turn on nested virtualization on the outer host, and use the CPU mode host-passthrough.";
    return { ...base, status: "fail", detail, fix };
  }
  const fix = cpuVendor === "intel" || cpuVendor === "amd" ? inSetup[cpuVendor] : null;
  return { ...base, status: "fail", detail: "CPU virtualization is turned off or not supported.", fix };
}

/** Whether the kernel offers KVM. */
export function kvmDevice({ files, cpuVendor }: CheckSources): Check {
  const base = { id: "kvm-device", title: "KVM" } as const;
  if (files.has(kvmNode)) return { ...base, status: "pass", detail: "/dev/kvm exists.", fix: null };
  if (!files.has(folderMarks.devices)) {
    return { ...base, status: "unknown", detail: "Not included in the host recording.", fix: null };
  }
  const module = cpuVendor === "amd" ? "kvm_amd" : cpuVendor === "intel" ? "kvm_intel" : "kvm";
  return {
    ...base,
    status: "fail",
    detail: "/dev/kvm is missing, so VMs would be emulated, which is many times slower.",
    fix: `Run “modprobe ${module}”; if it fails, “dmesg | grep -i kvm” shows why.`,
  };
}
