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
  const { port, bridge, host } = request;
  const files = networkdFiles(request);
  const pathOf = (name: string) => `/etc/systemd/network/${name}`;
  const undo = [
    `rm ${files.map(({ name }) => pathOf(name)).join(" ")}`,
    "networkctl reload",
    `networkctl delete ${bridge}`,
    `networkctl reconfigure ${port.name}`,
  ];
  return {
    safety: undoneByItself,
    steps: [
      ...files.map(({ title, name, text }) => ({
        title,
        file: { path: pathOf(name), content: text },
        commands: [],
      })),
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

interface NetworkdFile {
  title: string;
  name: string;
  text: string;
}

/** The files of a bridge and its port. */
export function networkdFiles(request: GuideRequest): NetworkdFile[] {
  const { port, bridge, addressing, host } = request;
  const mtu = oddMtu(port);
  const link = mtu === null ? [] : ["", "[Link]", `MTUBytes=${mtu}`];
  // The file of the port's that named them no longer counts.
  const vlans = host.links.filter(({ kind, lowers }) => kind === "vlan" && lowers.includes(port.name));
  const file = (title: string, name: string, lines: string[]) => ({
    title,
    name,
    text: `${lines.join("\n")}\n`,
  });
  return [
    file("Define the bridge", `05-${bridge}.netdev`, [
      "[NetDev]",
      `Name=${bridge}`,
      "Kind=bridge",
      ...(port.mac === null ? [] : [`MACAddress=${port.mac}`]),
    ]),
    file(`Make ${port.name} its port`, `05-${bridge}-port.network`, [
      "[Match]",
      `Name=${port.name}`,
      ...link,
      "",
      "[Network]",
      `Bridge=${bridge}`,
      ...vlans.map(({ name }) => `VLAN=${name}`),
    ]),
    file("Give the bridge the host's address", `05-${bridge}.network`, [
      "[Match]",
      `Name=${bridge}`,
      ...link,
      "",
      "[Network]",
      ...addresses(addressing),
    ]),
  ];
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
