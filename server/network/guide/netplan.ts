import type { GuideRequest, ManagerGuide } from "./guide-request";

/**
 * Ubuntu's netplan (https://netplan.readthedocs.io/en/stable/netplan-yaml/). Bridges without `parameters`: with them,
 * `netplan try` refuses, as it could not take them back.
 */
export function netplanGuide({ device, bridge, mac, fixed }: GuideRequest): ManagerGuide {
  const path = `/etc/netplan/90-${bridge}.yaml`;
  const address =
    fixed === null
      ? ["      dhcp4: true"]
      : [
          `      addresses: [${fixed.cidr}]`,
          ...(fixed.gateway === null
            ? []
            : ["      routes:", "        - to: default", `          via: ${fixed.gateway}`]),
          ...(fixed.nameServers.length === 0
            ? []
            : ["      nameservers:", `        addresses: [${fixed.nameServers.join(", ")}]`]),
        ];
  const content = [
    "network:",
    "  version: 2",
    "  ethernets:",
    `    ${device}:`,
    "      dhcp4: false",
    "      dhcp6: false",
    "  bridges:",
    `    ${bridge}:`,
    `      interfaces: [${device}]`,
    ...(mac === null ? [] : [`      macaddress: "${mac}"`]),
    ...address,
    "",
  ].join("\n");
  return {
    safety: "“netplan try” undoes it after 120 seconds, unless you confirm it.",
    steps: [
      { title: "Write the bridge's file", file: { path, content }, commands: [`chmod 600 ${path}`] },
      {
        title: `Look for ${device} in the other files, and remove its addresses, routes and name servers`,
        file: null,
        commands: [`grep -n -A8 ${device} /etc/netplan/*.yaml`],
      },
      { title: "Try it, and confirm it within 120 seconds", file: null, commands: ["netplan try"] },
    ],
    undo: [`rm ${path}`, "netplan apply"],
  };
}
