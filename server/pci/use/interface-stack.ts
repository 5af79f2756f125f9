import type { HostFiles } from "../../host/host-files";
import { datapaths, openVswitchPorts } from "./open-vswitch";

export const netFolder = "sys/class/net";

/** What is read of each interface beside its folder. */
export const interfaceAttributes = ["type", "operstate", "ifindex", "iflink", "uevent"] as const;

/** Sessions of PPP over Ethernet: "Id Address Device" (drivers/net/ppp/pppoe.c). */
export const pppoeSessions = "proc/net/pppoe";

/** Types of interfaces, include/uapi/linux/if_arp.h. */
const types = { infiniband: "32", ppp: "512" } as const;
/** IPIP, IPv6 in IPv6, SIT, GRE, GRE over IPv6: their `iflink` is the interface that they were bound to, if any. */
const tunnelTypes: ReadonlySet<string> = new Set(["768", "769", "776", "778", "823"]);
/** No hardware header: TUN devices, WireGuard. */
const headless = "65534";
/** What uevent calls a port of a switch chip, which stands at the chip and hangs on the card that the chip is behind. */
const switchPort = "dsa";
/** What uevent calls interfaces whose packets travel in others. */
const tunnelKinds: ReadonlySet<string> = new Set(["wireguard", "vxlan", "geneve"]);

/** An interface as its folder in sysfs has it. */
export interface SysfsInterface {
  name: string;
  /** Where it leads, "../../devices/…". */
  link: string | null;
  /** Names in its folder. */
  entries: readonly string[];
  type: string;
  index: string | null;
  /** The `ifindex` of what it hangs on; its own, where it hangs on nothing. */
  linkIndex: string | null;
  /** "bridge", "vlan", "wireguard" …; empty where the driver has no word for it. */
  kind: string;
  isDown: boolean;
}

export function sysfsInterface(name: string, files: HostFiles): SysfsInterface {
  const place = `${netFolder}/${name}`;
  const index = files.word(`${place}/ifindex`);
  return {
    name,
    link: files.link(place),
    entries: files.names(place),
    type: files.word(`${place}/type`) ?? "",
    index,
    linkIndex: files.word(`${place}/iflink`) ?? index,
    kind: /^DEVTYPE=(\S+)$/m.exec(files.text(`${place}/uevent`) ?? "")?.[1] ?? "",
    isDown: /^(down|notpresent|lowerlayerdown)$/.test(files.word(`${place}/operstate`) ?? ""),
  };
}

/** Whether it is made by the kernel alone, without any hardware of its own. */
export function isVirtual({ link }: SysfsInterface): boolean {
  return link === null || /\/devices\/virtual\//.test(`/${link}`);
}

/** Whether it stands for a routing table of its own, for the interfaces in it (Documentation/networking/vrf.rst). */
export function isRoutingDomain({ kind }: SysfsInterface): boolean {
  return kind === "vrf";
}

/** Whether its packets travel in packets that the host sends by its other routes. */
export function isTunnel({ type, kind, entries }: SysfsInterface): boolean {
  return type === headless || tunnelTypes.has(type) || tunnelKinds.has(kind) || entries.includes("tun_flags");
}

/** What is known of the interfaces beside sysfs. */
export interface StackSources {
  /** The text of {@link pppoeSessions}. */
  pppoe: string;
  /** The text of Open vSwitch's database; null where it can't be read. */
  openVswitch: string | null;
}

/**
 * The interfaces right below each: those that sysfs links, and those that it does not: what a PPPoE session or a tunnel
 * was bound to, an Open vSwitch bridge's ports, and the bridge that the other end of a veth pair is in.
 */
export function lowersOf(all: readonly SysfsInterface[], sources: StackSources): Map<string, string[]> {
  const byIndex = new Map(all.map((one) => [one.index, one]));
  const sessions = pppoeDevices(sources.pppoe);
  const switched = switchPorts(all, sources.openVswitch);
  return new Map(
    all.map((one) => {
      const linked = namesAfter("lower_", one);
      if (linked.length > 0) return [one.name, linked];
      return [one.name, [...besides(one, byIndex, sessions), ...(switched.get(one.name) ?? [])]];
    }),
  );
}

function besides(
  one: SysfsInterface,
  byIndex: ReadonlyMap<string | null, SysfsInterface>,
  sessions: readonly string[],
): string[] {
  if (one.type === types.ppp) return [...sessions];
  const other = one.linkIndex === one.index ? undefined : byIndex.get(one.linkIndex);
  if (other === undefined) return [];
  if (one.kind === switchPort) return [other.name];
  if (!isVirtual(one)) return [];
  // Of a veth pair each end names the other; a lone end's index is one of another network namespace.
  if (isPair(one, other)) return namesAfter("upper_", other);
  // What has a kind (vlan, macsec, vxlan …) hangs on it. veth has none, and the index may be another namespace's.
  const hangsOnIt = one.kind !== "" || tunnelTypes.has(one.type) || one.type === types.infiniband;
  return hangsOnIt ? [other.name] : [];
}

function isPair(one: SysfsInterface, other: SysfsInterface): boolean {
  return other.linkIndex === one.index && isVirtual(other);
}

/** By the bridge's own interface. Where the database can't be read, any of the datapath's ports may be any bridge's. */
function switchPorts(
  all: readonly SysfsInterface[],
  database: string | null,
): ReadonlyMap<string, readonly string[]> {
  const paths = all.filter(({ name }) => datapaths.some((path) => path === name));
  if (paths.length === 0) return new Map();
  const known = database === null ? null : openVswitchPorts(database);
  if (known !== null) return known;
  const ports = paths.flatMap((path) => namesAfter("lower_", path));
  return new Map(all.filter(mayBeInternalPort).map(({ name }) => [name, ports]));
}

function mayBeInternalPort(one: SysfsInterface): boolean {
  const isSomethingElse = one.entries.some((entry) => /^(bridge|bonding|tun_flags|lower_.*)$/.test(entry));
  return (
    isVirtual(one) && !isSomethingElse && one.kind === "" && one.linkIndex === one.index && !isTunnel(one)
  );
}

function namesAfter(prefix: string, { entries }: SysfsInterface): string[] {
  return entries.filter((entry) => entry.startsWith(prefix)).map((entry) => entry.slice(prefix.length));
}

function pppoeDevices(table: string): string[] {
  const found = table.split("\n").flatMap((line) => {
    const [id = "", address = "", device] = line.trim().split(/\s+/);
    return /^[0-9A-Fa-f]+$/.test(id) && address.includes(":") && device !== undefined ? [device] : [];
  });
  return [...new Set(found)];
}
