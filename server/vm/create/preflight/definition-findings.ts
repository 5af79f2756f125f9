import type { VmDefinition } from "../../definition";
import { cardFindings } from "./card-findings";
import type { PreflightFinding, PreflightHost } from "./preflight.schema";

/** What stands against a VM of which there is a definition and no specification: an import, a clone. */
export function definitionFindings(definition: VmDefinition, host: PreflightHost): PreflightFinding[] {
  const { name, passthrough, interfaces, disks } = definition;
  const findings: PreflightFinding[] = [];
  if (host.vmNames.includes(name)) {
    findings.push({
      code: "name-taken",
      weight: "fail",
      path: ["name"],
      message: `The host has a VM called ${name} already.`,
      fix: "Choose another name.",
    });
  }
  for (const { mac } of interfaces) {
    if (!host.macAddresses.includes(mac.toLowerCase())) continue;
    findings.push({
      code: "mac-taken",
      weight: "warn",
      path: ["newIdentities"],
      message: `Another VM of the host has the MAC address ${mac}: only one of the two can be on the network at a time.`,
      fix: "Let the new one have addresses of its own.",
    });
  }
  for (const { source, readOnly, device } of disks) {
    const user = source === null || readOnly || device === "cdrom" ? undefined : host.disksInUse.get(source);
    if (user === undefined) continue;
    findings.push({
      code: "disk-in-use",
      weight: "fail",
      path: ["disks"],
      message: `${source} is a disk of the VM ${user}: two VMs that write to it destroy what is on it.`,
      fix: "Copy the disk, or go without it.",
    });
  }
  const cards = passthrough.map((address) => ({ functions: [{ address }], options: {} }));
  return [...findings, ...cardFindings({ cards }, host).filter(({ code }) => code !== "group")];
}
