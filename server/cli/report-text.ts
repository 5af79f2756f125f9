import type { HostReport, PciDevice } from "../pci/schema";

/** A host's report as text for a terminal. */
export function reportText(report: HostReport): string {
  const byAddress = new Map(report.devices.map((device) => [device.address, device]));
  const groups = report.groups.map((group) => {
    const members = group.devices.flatMap((address) => byAddress.get(address) ?? []);
    return [
      `\nIOMMU group ${group.id}${group.isolated ? "" : " (shared by several cards)"}`,
      ...members.map(deviceText),
    ];
  });
  const ungrouped = report.devices.filter((device) => device.iommuGroup === null);
  const rest = ungrouped.length > 0 ? ["\nIn no IOMMU group", ...ungrouped.map(deviceText)] : [];
  const unreadable = report.unreadable.map(({ address, detail }) => `\nLeft out: ${address}: ${detail}`);
  return `${[...headText(report), ...groups.flat(), ...rest, ...unreadable].join("\n")}\n`;
}

function headText({ host, iommu, groups }: HostReport): string[] {
  const memory = host.memoryBytes > 0 ? `${(host.memoryBytes / 1024 ** 3).toFixed(1)} GiB` : null;
  const threads = host.cpuThreads > 0 ? `${host.cpuThreads} threads` : null;
  const kernel = isKnown(host.kernel) ? `kernel ${host.kernel}` : null;
  const kind = iommu.kind === null ? "" : ` (${iommu.kind})`;
  return [
    known([host.machine, host.cpu, threads, memory]).join(", "),
    known([kernel, host.distribution, host.bootLoader, host.initramfs]).join(", "),
    iommu.enabled ? `IOMMU on${kind}, ${groups.length} groups` : "IOMMU off: no device is in an IOMMU group",
  ].filter((line) => line !== "");
}

function known(parts: readonly (string | null)[]): string[] {
  return parts.filter((part) => part !== null).filter(isKnown);
}

function isKnown(part: string): boolean {
  return part !== "unknown";
}

function deviceText(device: PciDevice): string {
  const head = `  ${device.address}  [${device.vendorId}:${device.deviceId}]  ${device.classLabel}: ${device.vendor} ${device.product}`;
  const facts = [
    `driver ${device.driver ?? "none"}`,
    device.bootVga === true ? "boot display" : null,
    device.resetMethods.length > 0 ? `reset ${device.resetMethods.join(" ")}` : null,
  ];
  return `${head}\n      ${facts.filter((fact) => fact !== null).join(", ")}`;
}
