import type { GuideRequest, ManagerGuide } from "./guide-request";

/** NixOS's networking options; `nixos-rebuild test` is gone with the next start. */
export function nixosGuide({ device, bridge, mac, fixed }: GuideRequest): ManagerGuide {
  const name = JSON.stringify(bridge);
  const [address = "", prefix = "24"] = (fixed?.cidr ?? "").split("/");
  const ofHost =
    fixed === null
      ? [`networking.interfaces.${name}.useDHCP = true;`]
      : [
          `networking.interfaces.${name}.ipv4.addresses = [ { address = "${address}"; prefixLength = ${prefix}; } ];`,
          ...(fixed.gateway === null ? [] : [`networking.defaultGateway = "${fixed.gateway}";`]),
          ...(fixed.nameServers.length === 0
            ? []
            : [`networking.nameservers = [ ${fixed.nameServers.map((one) => `"${one}"`).join(" ")} ];`]),
        ];
  const lines = [
    `networking.bridges.${name}.interfaces = [ "${device}" ];`,
    `networking.interfaces.${JSON.stringify(device)}.useDHCP = false;`,
    ...(mac === null ? [] : [`networking.interfaces.${name}.macAddress = "${mac}";`]),
    ...ofHost,
  ];
  return {
    safety: "“nixos-rebuild test” does not survive a reboot. If you are cut off, reboot the host.",
    steps: [
      {
        title: `Add this to the configuration, and remove what it has for ${device}`,
        file: { path: "/etc/nixos/configuration.nix", content: `${lines.join("\n")}\n` },
        commands: ["nixos-rebuild test"],
      },
      { title: "If you can still reach the host, keep it", file: null, commands: ["nixos-rebuild switch"] },
    ],
    undo: ["nixos-rebuild switch --rollback"],
  };
}
