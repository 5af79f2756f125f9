import type { DiskDefinition, InterfaceDefinition, VmDefinition } from "../../domain/definition";
import { cardFindings } from "./card-findings";
import { namedFindings } from "./named-findings";
import type { PreflightFinding, PreflightHost } from "./preflight.schema";

/** What stands against a VM of which there is a definition and no specification: an import, a clone. */
export function definitionFindings(definition: VmDefinition, host: PreflightHost): PreflightFinding[] {
  const { name, passthrough, namedDevices, interfaces, disks } = definition;
  const cards = passthrough.map((address) => ({ functions: [{ address }], options: {} }));
  return [
    ...(host.vmNames.includes(name) ? [nameTaken(name)] : []),
    ...interfaces.flatMap((card) => [...macFindings(card, host), ...networkFindings(card, host)]),
    ...disks.flatMap((disk) => [...sourceFindings(disk, host), ...inUse(disk, host)]),
    ...namedFindings(namedDevices, ["xml"], host),
    ...cardFindings({ cards }, host).filter(({ code }) => code !== "group"),
  ];
}

function nameTaken(name: string): PreflightFinding {
  const message = `The host already has a VM called ${name}.`;
  return { code: "name-taken", weight: "fail", path: ["name"], message, fix: "Choose another name." };
}

function macFindings({ mac }: InterfaceDefinition, { macAddresses }: PreflightHost): PreflightFinding[] {
  if (!macAddresses.includes(mac.toLowerCase())) return [];
  return [
    {
      code: "mac-taken",
      weight: "warn",
      path: ["newIdentities"],
      message: `Another VM on this host has the MAC address ${mac}: they conflict on the network.`,
      fix: "Choose new MAC addresses for the new VM.",
    },
  ];
}

/** Its source is written "network default". */
function networkFindings({ source }: InterfaceDefinition, host: PreflightHost): PreflightFinding[] {
  const name = /^network (.+)$/.exec(source)?.[1];
  const network = host.networks.find((known) => known.name === name);
  if (name === undefined || network?.active) return [];
  const message = network ? `The network ${name} is stopped.` : `The host has no network ${name}.`;
  const fix = network ? "Start it." : "Create it, or change the definition.";
  return [{ code: "network", weight: "fail", path: ["xml"], message, fix }];
}

function sourceFindings({ source, target }: DiskDefinition, host: PreflightHost): PreflightFinding[] {
  if (source === null || host.files.get(source) !== false) return [];
  const message = `${source}, the disk ${target}, is not on the host.`;
  const fix = "Upload it, or change the definition.";
  return [{ code: "file-missing", weight: "fail", path: ["xml"], message, fix }];
}

function inUse({ source, readOnly, device }: DiskDefinition, host: PreflightHost): PreflightFinding[] {
  const user = source === null || readOnly || device === "cdrom" ? undefined : host.disksInUse.get(source);
  if (user === undefined) return [];
  return [
    {
      code: "disk-in-use",
      weight: "fail",
      path: ["disks"],
      message: `${source} is a disk of the VM ${user}: two VMs writing to it will corrupt it.`,
      fix: "Copy the disk, or leave it out.",
    },
  ];
}
