import { type GuideRequest, keepIt, type ManagerGuide, undoLater } from "./guide-request";

/** systemd.netdev(5) and systemd.network(5). Files that begin with 05 come before those that are there already. */
export function systemdNetworkdGuide({ device, bridge, mac, fixed }: GuideRequest): ManagerGuide {
  const base = `/etc/systemd/network/05-${bridge}`;
  const files = [`${base}.netdev`, `${base}-port.network`, `${base}.network`];
  const [netdev = "", port = "", network = ""] = files;
  const address =
    fixed === null
      ? ["DHCP=yes"]
      : [
          `Address=${fixed.cidr}`,
          ...(fixed.gateway === null ? [] : [`Gateway=${fixed.gateway}`]),
          ...fixed.nameServers.map((server) => `DNS=${server}`),
        ];
  const write = (title: string, path: string, lines: string[]) => ({
    title,
    file: { path, content: `${lines.join("\n")}\n` },
    commands: [],
  });
  const undo = [
    `rm ${files.join(" ")}`,
    "networkctl reload",
    `networkctl delete ${bridge}`,
    `networkctl reconfigure ${device}`,
  ];
  return {
    safety: "The host undoes it after some minutes, unless you cancel that.",
    steps: [
      write("Define the bridge", netdev, [
        "[NetDev]",
        `Name=${bridge}`,
        "Kind=bridge",
        ...(mac === null ? [] : [`MACAddress=${mac}`]),
      ]),
      write(`Make ${device} its port`, port, [
        "[Match]",
        `Name=${device}`,
        "",
        "[Network]",
        `Bridge=${bridge}`,
      ]),
      write("Give the bridge the host's address", network, [
        "[Match]",
        `Name=${bridge}`,
        "",
        "[Network]",
        ...address,
      ]),
      undoLater(undo),
      {
        title: "Change over",
        file: null,
        commands: ["networkctl reload", `networkctl reconfigure ${device}`],
      },
      keepIt,
    ],
    undo,
  };
}
