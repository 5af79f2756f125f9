import { type GuideRequest, keepIt, type ManagerGuide, undoLater } from "./guide-request";

const path = "/etc/network/interfaces";

/** Debian's interfaces(5) with bridge-utils-interfaces(5), and Proxmox VE's ifupdown2, which takes over changes as a whole. */
export function ifupdownGuide(request: GuideRequest, proxmox: boolean): ManagerGuide {
  const { device, bridge } = request;
  const saved = `${path}.before-${bridge}`;
  const restore = `cp ${saved} ${path}`;
  const undo = proxmox ? [restore, "ifreload -a"] : [`ifdown ${bridge}`, restore, `ifup ${device}`];
  return {
    safety: "The host undoes it after some minutes, unless you cancel that.",
    steps: [
      {
        title: "Save the present configuration",
        file: null,
        commands: [...(proxmox ? [] : ["apt-get install bridge-utils"]), `cp ${path} ${saved}`],
      },
      undoLater(undo),
      ...(proxmox
        ? []
        : [
            {
              title: "Take the card down with its present configuration",
              file: null,
              commands: [`ifdown ${device}`],
            },
          ]),
      {
        title: `In ${path}, replace everything for ${device} with this`,
        file: { path, content: stanzas(request) },
        commands: [proxmox ? "ifreload -a" : `ifup ${bridge}`],
      },
      keepIt,
    ],
    undo,
  };
}

function stanzas({ device, bridge, mac, fixed }: GuideRequest): string {
  const address =
    fixed === null
      ? []
      : [
          `    address ${fixed.cidr}`,
          ...(fixed.gateway === null ? [] : [`    gateway ${fixed.gateway}`]),
          ...(fixed.nameServers.length === 0 ? [] : [`    dns-nameservers ${fixed.nameServers.join(" ")}`]),
        ];
  return [
    `iface ${device} inet manual`,
    "",
    `auto ${bridge}`,
    `iface ${bridge} inet ${fixed === null ? "dhcp" : "static"}`,
    ...address,
    `    bridge_ports ${device}`,
    "    bridge_stp off",
    "    bridge_fd 0",
    ...(mac === null ? [] : [`    hwaddress ${mac}`]),
    "",
  ].join("\n");
}
