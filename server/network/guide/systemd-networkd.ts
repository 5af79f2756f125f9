import type { Addressing, FamilyAddressing } from "./addressing";
import {
  type GuideRequest,
  keepIt,
  type ManagerGuide,
  oddMtu,
  undoLater,
  undoneByItself,
} from "./guide-request";

/** systemd.netdev(5) and systemd.network(5). Files that begin with 05 come before those that are there already. */
export function systemdNetworkdGuide(request: GuideRequest): ManagerGuide {
  const { port, bridge, addressing, host } = request;
  const base = `/etc/systemd/network/05-${bridge}`;
  const files = [`${base}.netdev`, `${base}-port.network`, `${base}.network`];
  const [netdev = "", ofPort = "", network = ""] = files;
  const mtu = oddMtu(port);
  const link = mtu === null ? [] : ["", "[Link]", `MTUBytes=${mtu}`];
  // The file of the port's that named them no longer counts.
  const vlans = host.links.filter(({ kind, lowers }) => kind === "vlan" && lowers.includes(port.name));
  const write = (title: string, path: string, lines: string[]) => ({
    title,
    file: { path, content: `${lines.join("\n")}\n` },
    commands: [],
  });
  const undo = [
    `rm ${files.join(" ")}`,
    "networkctl reload",
    `networkctl delete ${bridge}`,
    `networkctl reconfigure ${port.name}`,
  ];
  return {
    safety: undoneByItself,
    steps: [
      write("Define the bridge", netdev, [
        "[NetDev]",
        `Name=${bridge}`,
        "Kind=bridge",
        ...(port.mac === null ? [] : [`MACAddress=${port.mac}`]),
      ]),
      write(`Make ${port.name} its port`, ofPort, [
        "[Match]",
        `Name=${port.name}`,
        ...link,
        "",
        "[Network]",
        `Bridge=${bridge}`,
        ...vlans.map(({ name }) => `VLAN=${name}`),
      ]),
      write("Give the bridge the host's address", network, [
        "[Match]",
        `Name=${bridge}`,
        ...link,
        "",
        "[Network]",
        ...addresses(addressing),
      ]),
      undoLater(undo, host),
      {
        title: "Change over",
        file: null,
        commands: ["networkctl reload", `networkctl reconfigure ${port.name}`],
      },
      keepIt(host),
    ],
    undo,
  };
}

function addresses({ ipv4, ipv6, nameServers, searchDomains }: Addressing): string[] {
  const fixed = [ipv4, ipv6].flatMap((family) => family ?? []);
  return [
    ...(ipv4 === null ? [`DHCP=${ipv6 === null ? "yes" : "ipv4"}`] : []),
    ...fixed.flatMap(({ cidrs }) => cidrs.map((cidr) => `Address=${cidr}`)),
    ...nameServers.map((server) => `DNS=${server}`),
    ...(searchDomains.length === 0 ? [] : [`Domains=${searchDomains.join(" ")}`]),
    ...fixed.flatMap(routes),
  ];
}

function routes({ gateway, onLink, routes: others }: FamilyAddressing): string[] {
  const section = (lines: string[]) => ["", "[Route]", ...lines];
  return [
    ...(gateway === null ? [] : section([`Gateway=${gateway}`, ...(onLink ? ["GatewayOnLink=yes"] : [])])),
    ...others.flatMap(({ to, via }) => section([`Destination=${to}`, `Gateway=${via}`])),
  ];
}
