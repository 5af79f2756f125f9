import type { NetworkSpecification } from "../specification/network.schema";
import type { VmSpecification } from "../vm-specification.schema";
import type { PreflightFinding, PreflightHost } from "./preflight.schema";

type Path = (string | number)[];

/** Networks, bridges and devices that the VM is to be on, and MAC addresses that are taken. */
export function networkFindings({ networks }: VmSpecification, host: PreflightHost): PreflightFinding[] {
  return networks.flatMap((network, index) => [
    ...sourceFindings(network.source, ["networks", index, "source"], host),
    ...macFindings(network, ["networks", index, "mac"], host),
  ]);
}

function sourceFindings(
  source: NetworkSpecification["source"],
  path: Path,
  host: PreflightHost,
): PreflightFinding[] {
  const finding = (message: string, fix: string): PreflightFinding[] => [
    { code: "network", weight: "fail", path, message, fix },
  ];
  if (source.kind === "network") {
    const network = host.networks.find(({ name }) => name === source.network);
    if (network === undefined)
      return finding(`The host has no network ${source.network}.`, "Choose another one.");
    return network.active ? [] : finding(`The network ${source.network} is stopped.`, "Start it.");
  }
  if (host.interfaces === null) return [];
  const name = source.kind === "bridge" ? source.bridge : source.device;
  const device = host.interfaces.find((known) => known.name === name);
  if (device === undefined) return finding(`The host has no network device ${name}.`, "Choose another one.");
  if (source.kind === "bridge" && !device.bridge) {
    return finding(`${name} is not a bridge.`, "Use macvtap, or create a bridge with it.");
  }
  return [];
}

function macFindings({ mac }: NetworkSpecification, path: Path, host: PreflightHost): PreflightFinding[] {
  if (mac === null || !host.macAddresses.includes(mac)) return [];
  const message = `Another VM of the host has the MAC address ${mac}.`;
  return [{ code: "mac-taken", weight: "fail", path, message, fix: "Choose another, or leave it empty." }];
}
