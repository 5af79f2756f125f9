import type { FamilyAddressing } from "./addressing";
import { type GuideRequest, type ManagerGuide, oddMtu } from "./guide-request";

/** NixOS's networking options; `nixos-rebuild test` is gone with the next start. */
export function nixosGuide({ port, bridge, addressing }: GuideRequest): ManagerGuide {
  const { ipv4, ipv6, nameServers, searchDomains } = addressing;
  const own = `networking.interfaces.${JSON.stringify(bridge)}`;
  const mtu = oddMtu(port);
  const lines = [
    `networking.bridges.${JSON.stringify(bridge)}.interfaces = [ "${port.name}" ];`,
    `networking.interfaces.${JSON.stringify(port.name)}.useDHCP = false;`,
    ...(port.mac === null ? [] : [`${own}.macAddress = "${port.mac}";`]),
    ...(mtu === null ? [] : [`${own}.mtu = ${mtu};`]),
    ...(ipv4 === null ? [`${own}.useDHCP = true;`] : family("ipv4", ipv4)),
    ...(ipv6 === null ? [] : family("ipv6", ipv6)),
    ...(nameServers.length === 0
      ? []
      : [`networking.nameservers = [ ${nameServers.map((one) => `"${one}"`).join(" ")} ];`]),
    ...(searchDomains.length === 0
      ? []
      : [`networking.search = [ ${searchDomains.map((one) => `"${one}"`).join(" ")} ];`]),
  ];

  function family(name: "ipv4" | "ipv6", { cidrs, gateway, routes }: FamilyAddressing): string[] {
    const gatewayName = name === "ipv4" ? "defaultGateway" : "defaultGateway6";
    return [
      `${own}.${name}.addresses = [ ${cidrs.map((cidr) => `{ ${place(cidr)} }`).join(" ")} ];`,
      ...(gateway === null
        ? []
        : [`networking.${gatewayName} = { address = "${gateway}"; interface = "${bridge}"; };`]),
      ...(routes.length === 0
        ? []
        : [
            `${own}.${name}.routes = [ ${routes.map(({ to, via }) => `{ ${place(to)} via = "${via}"; }`).join(" ")} ];`,
          ]),
    ];
  }

  return {
    safety: "“nixos-rebuild test” does not survive a reboot. If you are cut off, reboot the host.",
    steps: [
      {
        title: `Add this to the configuration, and remove the addresses, routes and gateways that it has for ${port.name}`,
        file: { path: "/etc/nixos/configuration.nix", content: `${lines.join("\n")}\n` },
        commands: ["nixos-rebuild test"],
      },
      { title: "If you can still reach the host, keep it", file: null, commands: ["nixos-rebuild switch"] },
    ],
    undo: ["nixos-rebuild switch --rollback"],
  };
}

function place(cidr: string): string {
  const [address = "", length = ""] = cidr.split("/");
  return `address = "${address}"; prefixLength = ${length};`;
}
