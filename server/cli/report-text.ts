import type { Check } from "../host/checks/check.schema";
import type { JudgedDevice, JudgedReport } from "../pci/schema";
import type { Reason } from "../pci/verdict.schema";

/** A host's report as text for a terminal. */
export function reportText(report: JudgedReport): string {
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
  const unreadable = report.unreadable.map(({ address, detail }) => `\nUnreadable: ${address}: ${detail}`);
  const checks = report.checks.length > 0 ? ["\nReadiness", ...report.checks.map(checkText)] : [];
  return `${[...headText(report), ...checks, ...groups.flat(), ...rest, ...unreadable].join("\n")}\n`;
}

function headText({ host, iommu, groups }: JudgedReport): string[] {
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

/** A column of status words, so that what fails stands out. */
function checkText({ status, title, detail, fix }: Check): string {
  return [`  ${status.padEnd(8)}${title}: ${detail}`, ...(fix === null ? [] : [`          do: ${fix}`])].join(
    "\n",
  );
}

function deviceText(device: JudgedDevice): string {
  const head = `  ${device.address}  [${device.vendorId}:${device.deviceId}]  ${device.classLabel}: ${device.vendor} ${device.product}`;
  const facts = [
    `driver ${device.driver ?? "none"}`,
    device.bootVga === true ? "boot display" : null,
    device.resetMethods.length > 0 ? `reset ${device.resetMethods.join(" ")}` : null,
  ];
  const uses = [
    ...device.usedBy.map(({ detail }) => `      used: ${detail}`),
    ...device.notLookedAt.map(({ question, source }) => `      not looked at: ${question} (${source})`),
  ];
  return [
    head,
    `      ${facts.filter((fact) => fact !== null).join(", ")}`,
    ...uses,
    ...verdictText(device),
  ].join("\n");
}

/** Of a bridge the reason would say on each line that it is one. */
function verdictText({ verdict }: JudgedDevice): string[] {
  const reasons = verdict.reasons.filter(({ code }) => code !== "bridge");
  if (verdict.status === "blocked" && reasons.length === 0) return [];
  return [`      ${verdict.status}`, ...reasons.flatMap(reasonText)];
}

function reasonText({ weight, message, fix }: Reason): string[] {
  const line = `        ${weight}: ${message}`;
  return fix === null ? [line] : [line, `          do: ${fix}`];
}
