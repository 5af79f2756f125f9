import { writeYaml, type YamlValue } from "../../yaml/write-yaml.schema";
import type { GuideStep } from "./bridge-guide.schema";
import type { GuideRequest, ManagerGuide } from "./guide-request";

/**
 * Ubuntu's netplan (https://netplan.readthedocs.io/en/stable/netplan-yaml/). Bridges without `parameters`: with them,
 * `netplan try` refuses, as it could not take them back.
 */
export function netplanGuide(request: GuideRequest): ManagerGuide {
  const path = `/etc/netplan/90-${request.bridge}.yaml`;
  return {
    safety: "“netplan try” undoes it after 120 seconds, unless you confirm it.",
    steps: [
      ...mendFirst(request),
      {
        title: "Write the bridge's file",
        file: { path, content: writeYaml(configuration(request)) },
        commands: [`chmod 600 ${path}`],
      },
      ...clearOthers(request),
      { title: "Try it, and confirm it within 120 seconds", file: null, commands: ["netplan try"] },
    ],
    undo: [`rm ${path}`, "netplan apply"],
  };
}

function configuration({ device, bridge, mac, fixed }: GuideRequest): YamlValue {
  return {
    network: {
      version: 2,
      ethernets: { [device]: { dhcp4: false, dhcp6: false } },
      bridges: {
        [bridge]: {
          interfaces: [device],
          ...(mac === null ? {} : { macaddress: mac }),
          ...(fixed === null ? { dhcp4: true } : fixedAddress(fixed)),
        },
      },
    },
  };
}

function fixedAddress({
  cidr,
  gateway,
  nameServers,
}: NonNullable<GuideRequest["fixed"]>): Record<string, YamlValue> {
  return {
    addresses: [cidr],
    ...(gateway === null ? {} : { routes: [{ to: "default", via: gateway }] }),
    ...(nameServers.length === 0 ? {} : { nameservers: { addresses: nameServers } }),
  };
}

/** netplan itself stops at a file that is no YAML; one that Passdeck may not read may be in order. */
function mendFirst({ netplan }: GuideRequest): GuideStep[] {
  return netplan.flatMap(({ path, problem }) =>
    problem === null
      ? []
      : [
          {
            title: `Look at ${path} first: Passdeck does not know what it says (${problem})`,
            file: null,
            commands: [`cat ${shellWord(path)}`],
          },
        ],
  );
}

function clearOthers({ device, netplan }: GuideRequest): GuideStep[] {
  const others = netplan.filter(({ devices }) => devices.includes(device)).map(({ path }) => path);
  const unknown = netplan.some(({ problem }) => problem !== null);
  if (others.length === 0 && !unknown && netplan.length > 0) return [];
  const known = others.length > 0 && !unknown;
  return [
    {
      title: known
        ? `Remove ${device}'s addresses, routes and name servers from ${others.join(" and ")}`
        : `Look for ${device} in the other files, and remove its addresses, routes and name servers`,
      file: null,
      commands: [`grep -n -A8 ${device} ${known ? others.map(shellWord).join(" ") : "/etc/netplan/*.yaml"}`],
    },
  ];
}

/** A word for a shell, whatever somebody called a file. */
function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
