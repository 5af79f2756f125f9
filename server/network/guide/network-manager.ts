import { type FamilyAddressing, isIpv4, isIpv6 } from "./addressing";
import {
  type GuideRequest,
  keepIt,
  type ManagerGuide,
  oddMtu,
  undoLater,
  undoneByItself,
} from "./guide-request";

/**
 * NetworkManager's nmcli(1): Fedora, RHEL, openSUSE, Arch with a desktop, Debian with a desktop. All is made beside what
 * there is, and taken away again: a bond and its cards get new profiles, with the options of the old ones.
 */
export function networkManagerGuide(request: GuideRequest): ManagerGuide {
  const { port, bridge, host } = request;
  const cards = port.kind === "bond" ? port.lowers : [];
  const profiles = [port.name, ...cards].map((name) => `${bridge}-${name}`);
  const [ofPort = ""] = profiles;
  const saved = `/var/tmp/${bridge}.before`;
  const keepsProfile = port.kind !== "ethernet";
  const undo = [
    `nmcli connection delete ${[bridge, ...profiles].join(" ")}`,
    keepsProfile ? `nmcli connection up "$(cat ${saved})"` : `nmcli device connect ${port.name}`,
  ];
  return {
    safety: undoneByItself,
    steps: [
      ...(keepsProfile
        ? [
            {
              title: `Write down the profile of ${port.name}`,
              file: null,
              commands: [`nmcli -g GENERAL.CON-UUID device show ${port.name} > ${saved}`, `cat ${saved}`],
            },
          ]
        : []),
      {
        title: "Define the bridge and its port",
        file: null,
        commands: [
          bridgeProfile(request),
          ...(keepsProfile
            ? [
                `nmcli connection clone "$(cat ${saved})" ${ofPort}`,
                `nmcli connection modify ${ofPort} connection.interface-name ${port.name} connection.slave-type bridge connection.master ${bridge} autoconnect no`,
              ]
            : [
                `nmcli connection add type ethernet con-name ${ofPort} ifname ${port.name} ${mtuOf(request)}slave-type bridge master ${bridge} autoconnect no`,
              ]),
          ...cards.map(
            (card) =>
              `nmcli connection add type ethernet con-name ${bridge}-${card} ifname ${card} ${mtuOf(request)}slave-type bond master ${ofPort} autoconnect no`,
          ),
        ],
      },
      undoLater(undo, host),
      {
        title: "Change over",
        file: null,
        commands: [
          `nmcli connection up ${ofPort}`,
          ...cards.map((card) => `nmcli connection up ${bridge}-${card}`),
        ],
      },
      {
        title: "If you can still reach the host, keep it and make it permanent",
        file: null,
        commands: [
          ...keepIt(host).commands,
          ...[bridge, ...profiles].map(
            (name) => `nmcli connection modify ${name} autoconnect yes autoconnect-priority 10`,
          ),
        ],
      },
    ],
    undo,
  };
}

function bridgeProfile(request: GuideRequest): string {
  const { port, bridge, addressing } = request;
  const { ipv4, ipv6, automaticIpv6, nameServers, searchDomains } = addressing;
  return [
    `nmcli connection add type bridge con-name ${bridge} ifname ${bridge} bridge.stp no`,
    ...(port.mac === null ? [] : [`bridge.mac-address ${port.mac}`]),
    `${mtuOf(request)}autoconnect no`,
    ...(ipv4 === null
      ? ["ipv4.method auto"]
      : family("ipv4", ipv4, ipv4.cidrs.length > 0 ? "manual" : "disabled")),
    ...(ipv4 === null ? [] : servers("ipv4", nameServers.filter(isIpv4))),
    ...(ipv6 === null ? [] : family("ipv6", ipv6, automaticIpv6 ? "auto" : "manual")),
    ...servers("ipv6", nameServers.filter(isIpv6)),
    ...(searchDomains.length === 0 ? [] : [`ipv4.dns-search ${searchDomains.join(",")}`]),
  ].join(" ");
}

/** NetworkManager adds a route to a gateway outside of the prefix by itself. */
function family(
  name: "ipv4" | "ipv6",
  { cidrs, gateway, routes }: FamilyAddressing,
  method: string,
): string[] {
  return [
    `${name}.method ${method}`,
    ...(cidrs.length === 0 ? [] : [`${name}.addresses ${cidrs.join(",")}`]),
    ...(gateway === null ? [] : [`${name}.gateway ${gateway}`]),
    ...(routes.length === 0
      ? []
      : [`${name}.routes "${routes.map(({ to, via }) => `${to} ${via}`).join(", ")}"`]),
  ];
}

function servers(name: "ipv4" | "ipv6", addresses: readonly string[]): string[] {
  return addresses.length === 0 ? [] : [`${name}.dns ${addresses.join(",")}`];
}

function mtuOf({ port }: GuideRequest): string {
  const mtu = oddMtu(port);
  return mtu === null ? "" : `802-3-ethernet.mtu ${mtu} `;
}
