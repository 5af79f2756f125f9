import type { BootedHost } from "./boot";
import type { MadeUpDevice } from "./hardware";

/** What the drivers of the made-up host's cards say of them. */
const words: Readonly<Record<string, string>> = {
  nouveau: "NVIDIA GM204 (124020a1)",
  amdgpu: "enabling device (0006 -> 0007)",
  i915: "[drm] Initialized i915 1.6.0 for 0000:00:02.0 on minor 0",
  "vfio-pci": "enabling device (0000 -> 0002)",
  igb: "added PHC on eth0",
  nvme: "platform quirk: setting simple suspend",
};

/** What the kernel logs of a start, its first line at 0 s. */
export function bootLog(host: BootedHost, devices: readonly MadeUpDevice[], kernel: string): string {
  const seconds = counter();
  return [
    `Linux version ${kernel} (builder@manjaro) #1 SMP PREEMPT_DYNAMIC`,
    `Command line: ${host.commandLine}`,
    "ACPI: DMAR 0x00000000DD7E3A38 0000B8 (v01 INTEL  HSW      00000001 INTL 00000001)",
    ...(host.iommu ? ["DMAR: IOMMU enabled"] : []),
    "DMAR: Host address width 39",
    "DMAR: RMRR base: 0x000000df800000 end: 0x000000df9fffff",
    "DMAR-IR: IOAPIC id 8 under DRHD base  0xfed91000 IOMMU 1",
    "DMAR-IR: x2apic is disabled because BIOS sets x2apic opt out bit.",
    "DMAR-IR: Use 'intremap=no_x2apic_optout' to override the BIOS setting.",
    "DMAR-IR: Enabled IRQ remapping in xapic mode",
    ...(host.iommu ? [domainType(host.commandLine)] : []),
    ...pages(host),
    ...devices.flatMap((device) => said(device, host)),
  ]
    .map((line) => `[${seconds().toFixed(6).padStart(12)}] ${line}\n`)
    .join("");
}

/** Each line some milliseconds after the one before. */
function counter(): () => number {
  let now = -0.037_211;
  return () => (now += 0.037_211);
}

function domainType(commandLine: string): string {
  return /(?:^|\s)iommu=pt(?:\s|$)/.test(commandLine)
    ? "iommu: Default domain type: Passthrough (set via kernel command line)"
    : "iommu: Default domain type: Translated";
}

function pages({ hugePages }: BootedHost): string[] {
  return [...hugePages].flatMap(([bytes, count]) =>
    count === 0
      ? []
      : [`HugeTLB: registered ${(bytes / 2 ** 30).toFixed(2)} GiB page size, pre-allocated ${count} pages`],
  );
}

/** Drivers that say nothing of the others are left out. */
function said({ address }: MadeUpDevice, { drivers }: BootedHost): string[] {
  const driver = drivers.get(address) ?? null;
  const text = driver === null ? undefined : words[driver];
  return text === undefined ? [] : [`${driver} ${address}: ${text}`];
}
