import { type GuideRequest, keepIt, type ManagerGuide, undoLater } from "./guide-request";

/** NetworkManager's nmcli(1): Fedora, RHEL, openSUSE, Arch with a desktop, Debian with a desktop. */
export function networkManagerGuide({ device, bridge, mac, fixed }: GuideRequest): ManagerGuide {
  const port = `${bridge}-${device}`;
  const address = fixed === null ? "ipv4.method auto" : fixedAddress(fixed);
  const undo = [`nmcli connection delete ${bridge} ${port}`, `nmcli device connect ${device}`];
  return {
    safety: "The host undoes it after some minutes, unless you cancel that.",
    steps: [
      {
        title: "Define the bridge and its port",
        file: null,
        commands: [
          `nmcli connection add type bridge con-name ${bridge} ifname ${bridge} bridge.stp no ${mac === null ? "" : `bridge.mac-address ${mac} `}autoconnect no ${address}`,
          `nmcli connection add type ethernet con-name ${port} ifname ${device} slave-type bridge master ${bridge} autoconnect no`,
        ],
      },
      undoLater(undo),
      { title: "Change over", file: null, commands: [`nmcli connection up ${port}`] },
      {
        ...keepIt,
        title: "If you can still reach the host, keep it and make it permanent",
        commands: [
          ...keepIt.commands,
          `nmcli connection modify ${bridge} autoconnect yes autoconnect-priority 10`,
          `nmcli connection modify ${port} autoconnect yes autoconnect-priority 10`,
        ],
      },
    ],
    undo,
  };
}

function fixedAddress({ cidr, gateway, nameServers }: NonNullable<GuideRequest["fixed"]>): string {
  return [
    `ipv4.method manual ipv4.addresses ${cidr}`,
    ...(gateway === null ? [] : [`ipv4.gateway ${gateway}`]),
    ...(nameServers.length === 0 ? [] : [`ipv4.dns ${nameServers.filter(isIpv4).join(",")}`]),
  ].join(" ");
}

function isIpv4(address: string): boolean {
  return !address.includes(":");
}
