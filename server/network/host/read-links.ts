import type { HostFiles } from "../../host/host-files";
import type { HostTree } from "../../host/host-tree";
import type { HostLink } from "./host-network.schema";

const folder = "sys/class/net";

/** A network device as sysfs tells it. */
export type LinkFacts = Pick<HostLink, "name" | "kind" | "up" | "mac" | "portOf"> & {
  /** Right below it: a bridge's ports, a bond's links, what a VLAN rides on. */
  lowers: string[];
};

/** Network cards, bridges, bonds and VLANs; what VMs, containers and tunnels brought along is left out. */
export async function readLinks(tree: HostTree): Promise<LinkFacts[]> {
  const names = (await tree.list(folder)).filter((name) => name !== "lo" && name !== "bonding_masters");
  const places = names.map((name) => `${folder}/${name}`);
  const files = await tree.readMany({
    folders: places,
    links: places.map((place) => `${place}/master`),
    texts: places.flatMap((place) => [`${place}/operstate`, `${place}/address`]),
    presence: names.map((name) => `proc/net/vlan/${name}`),
    skipForbidden: true,
  });
  return names.flatMap((name): LinkFacts[] => {
    const place = `${folder}/${name}`;
    const entries = files.names(place);
    const kind = kindOf(name, entries, files);
    if (kind === null) return [];
    return [
      {
        name,
        kind,
        // Devices that don't tell ("unknown") work.
        up: !["down", "lowerlayerdown", "notpresent"].includes(files.word(`${place}/operstate`) ?? ""),
        mac: files.word(`${place}/address`),
        portOf: files.link(`${place}/master`)?.split("/").at(-1) ?? null,
        lowers: entries.filter((entry) => entry.startsWith("lower_")).map((entry) => entry.slice(6)),
      },
    ];
  });
}

function kindOf(name: string, entries: readonly string[], files: HostFiles): HostLink["kind"] | null {
  if (entries.includes("bridge")) return "bridge";
  if (entries.includes("bonding")) return "bond";
  if (entries.includes("wireless") || entries.includes("phy80211")) return "wireless";
  if (files.has(`proc/net/vlan/${name}`)) return "vlan";
  return entries.includes("device") && !entries.includes("tun_flags") ? "ethernet" : null;
}
