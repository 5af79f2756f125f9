import type { HostFiles } from "../../host/host-files";
import type { HostTree } from "../../host/host-tree";
import { readNumber } from "../../units/read-number";
import type { HostLink } from "./host-network.schema";

const folder = "sys/class/net";

/** A network device as sysfs tells it. */
export type LinkFacts = Pick<HostLink, "name" | "kind" | "up" | "mac" | "mtu" | "portOf" | "lowers">;

/** Network cards, bridges, bonds and VLANs; what VMs, containers and tunnels brought along is left out. */
export async function readLinks(tree: HostTree): Promise<LinkFacts[]> {
  const names = (await tree.list(folder)).filter((name) => name !== "lo" && name !== "bonding_masters");
  const places = names.map((name) => `${folder}/${name}`);
  const files = await tree.readMany({
    folders: places,
    links: places,
    texts: places.flatMap((place) => [`${place}/operstate`, `${place}/address`, `${place}/mtu`]),
    presence: names.map((name) => `proc/net/vlan/${name}`),
    skipForbidden: true,
  });
  const lowersOf = (name: string) =>
    files
      .names(`${folder}/${name}`)
      .filter((entry) => entry.startsWith("lower_"))
      .map((entry) => entry.slice("lower_".length));
  const kinds = new Map(names.map((name) => [name, kindOf(name, files)]));
  const above = (name: string) =>
    names.find((other) => joins(kinds.get(other)) && lowersOf(other).includes(name)) ?? null;
  return names.flatMap((name): LinkFacts[] => {
    const place = `${folder}/${name}`;
    const kind = kinds.get(name) ?? null;
    if (kind === null) return [];
    return [
      {
        name,
        kind,
        // Devices that don't tell ("unknown") work.
        up: !["down", "lowerlayerdown", "notpresent"].includes(files.word(`${place}/operstate`) ?? ""),
        mac: files.word(`${place}/address`),
        mtu: readNumber(files.word(`${place}/mtu`) ?? ""),
        portOf: above(name),
        lowers: lowersOf(name),
      },
    ];
  });
}

/** Whether others are parts of it. A VLAN rides on a card, which stays what it is. */
function joins(kind: HostLink["kind"] | null | undefined): boolean {
  return kind === "bridge" || kind === "bond";
}

function kindOf(name: string, files: HostFiles): HostLink["kind"] | null {
  const entries = files.names(`${folder}/${name}`);
  if (entries.includes("bridge")) return "bridge";
  if (entries.includes("bonding")) return "bond";
  if (entries.includes("wireless") || entries.includes("phy80211")) return "wireless";
  if (files.has(`proc/net/vlan/${name}`)) return "vlan";
  // Where the kernel's tree has it: taps, tunnels and containers' ends are below devices/virtual.
  const target = files.link(`${folder}/${name}`);
  return target === null || target.includes("/devices/virtual/") ? null : "ethernet";
}
