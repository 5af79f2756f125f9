import type { Evidence } from "./check.schema";
import type { CheckSources } from "./check-sources";
import { type Finding, type HostCheck, passed, unknown } from "./host-check";
import { acsOf, type PortAcs } from "./port-acs";
import { isPort, portFile } from "./read-further";

/** Whether the ports keep what is behind them from reaching each other past the IOMMU. */
export const acs: HostCheck = {
  id: "acs",
  group: "iommu",
  title: "PCIe ports (ACS)",
  why: "Ports with Access Control Services send all accesses through the IOMMU; what is behind others shares a group.",
  look: portsApart,
};

interface Port {
  address: string;
  acs: PortAcs;
}

const words: Readonly<Record<PortAcs, string>> = { on: "on", off: "there, but off", none: "not there" };

function portsApart({ devices, further, groups }: CheckSources): Finding {
  const bridges = devices.filter(isPort);
  if (bridges.length === 0) return unknown("The host shows no PCI bridge.");
  const ports = bridges.flatMap(({ address }): Port[] => {
    const found = acsOf(further.ports.get(address) ?? null);
    return found === null ? [] : [{ address, acs: found }];
  });
  if (ports.length === 0) {
    return unknown(
      "Not looked at: the ports' configuration spaces are root's to read, and this record has none.",
    );
  }
  const evidence = ports.map(evidenceOf);
  const without = ports.filter((port) => port.acs !== "on");
  const shared = new Set(groups.filter(({ isolated }) => !isolated).flatMap((group) => group.devices));
  const guilty = without.filter(({ address }) => shared.has(address));
  if (guilty.length === 0) {
    const others =
      without.length === 0 ? "" : ` ${without.length} have none, and no cards share a group by it.`;
    return passed(
      `ACS is on at ${ports.length - without.length} of ${ports.length} ports.${others}`,
      evidence,
    );
  }
  return {
    status: "warn",
    detail: `Without ACS, and in a group of several cards: ${guilty.map(({ address }) => address).join(", ")}.`,
    fix: "Put the card that is meant for a VM into a slot of the CPU's, or reserve the whole group. Some firmwares have a switch “ACS Enable”, beside AER.",
    evidence,
  };
}

function evidenceOf({ address, acs: state }: Port): Evidence {
  return { file: `/${portFile(address)}`, line: null, text: `ACS is ${words[state]}` };
}
