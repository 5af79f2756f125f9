import { shellWord } from "../../units/shell-word";
import { writeYaml, type YamlValue } from "../../yaml/write-yaml.schema";
import { type Addressing, type FamilyAddressing, isIpv6 } from "./addressing";
import type { GuideStep } from "./bridge-guide.schema";
import {
  type GuideRequest,
  keepIt,
  type ManagerGuide,
  type NoGuide,
  oddMtu,
  undoLater,
  undoneByItself,
} from "./guide-request";
import { type NetplanPort, netplanPort } from "./netplan-port";

/** What of a definition goes over to the bridge; lists of several files are put together by netplan. */
export const movingKeys: ReadonlySet<string> = new Set([
  "addresses",
  "gateway4",
  "gateway6",
  "routes",
  "routing-policy",
  "nameservers",
]);

/**
 * Ubuntu's netplan (https://netplan.readthedocs.io/en/stable/netplan-yaml/). A bridge without `parameters`, and
 * `netplan try` only where nothing else has them: it refuses there, as it could not take them back.
 */
export function netplanGuide(request: GuideRequest): ManagerGuide | NoGuide {
  const port = netplanPort(request);
  if ("refusal" in port) return port;
  const { bridge, host } = request;
  const path = `/etc/netplan/90-${bridge}.yaml`;
  const saved = `/etc/netplan.before-${bridge}`;
  const undo = [`rm ${path}`, `cp -a ${saved}/. /etc/netplan/`, "netplan apply", `ip link delete ${bridge}`];
  const canTry = !host.netplan.some(({ parameters, problem }) => parameters || problem !== null);
  const apply = { title: "Change over", file: null, commands: ["netplan apply"] };
  return {
    safety: canTry ? "“netplan try” undoes it after 120 seconds, unless you confirm it." : undoneByItself,
    steps: [
      ...mendFirst(request),
      { title: "Save the present configuration", file: null, commands: [`cp -a /etc/netplan ${saved}`] },
      {
        title: "Write the bridge's file",
        file: { path, content: writeYaml(bridgeDefinition(request, port)) },
        commands: [`chmod 600 ${path}`],
      },
      ...clearOthers(request),
      ...(canTry
        ? [{ title: "Try it, and confirm it within 120 seconds", file: null, commands: ["netplan try"] }]
        : [undoLater(undo, host), apply, keepIt(host)]),
    ],
    undo,
  };
}

/** What netplan is told of a bridge and its port, a file of its own. */
export function bridgeDefinition(
  { port, bridge, addressing }: GuideRequest,
  { section, id }: NetplanPort,
): YamlValue {
  const mtu = oddMtu(port);
  return {
    network: {
      version: 2,
      [section]: { [id]: { dhcp4: false, dhcp6: false } },
      bridges: {
        [bridge]: {
          interfaces: [id],
          ...(port.mac === null ? {} : { macaddress: port.mac }),
          ...(mtu === null ? {} : { mtu }),
          ...addresses(addressing),
        },
      },
    },
  };
}

function addresses({ ipv4, ipv6, nameServers, searchDomains }: Addressing): Record<string, YamlValue> {
  const fixed = [ipv4, ipv6].flatMap((family) => family ?? []);
  const cidrs = fixed.flatMap((family) => family.cidrs);
  const routes = fixed.flatMap(routesOf);
  return {
    ...(ipv4 === null ? { dhcp4: true } : {}),
    ...(cidrs.length === 0 ? {} : { addresses: cidrs }),
    ...(routes.length === 0 ? {} : { routes }),
    ...(nameServers.length === 0 && searchDomains.length === 0
      ? {}
      : {
          nameservers: {
            ...(nameServers.length === 0 ? {} : { addresses: nameServers }),
            ...(searchDomains.length === 0 ? {} : { search: searchDomains }),
          },
        }),
  };
}

function routesOf({ gateway, onLink, routes }: FamilyAddressing): Record<string, YamlValue>[] {
  const whole = gateway !== null && isIpv6(gateway) ? "::/0" : "default";
  return [
    ...(gateway === null ? [] : [{ to: whole, via: gateway, ...(onLink ? { "on-link": true } : {}) }]),
    ...routes,
  ];
}

/** netplan itself stops at a file that is no YAML; one that Passdeck may not read may be in order. */
function mendFirst({ host }: GuideRequest): GuideStep[] {
  return host.netplan.flatMap(({ path, problem }) =>
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

function clearOthers({ port, host }: GuideRequest): GuideStep[] {
  const { netplan } = host;
  const known = netplan.flatMap(({ path, definitions }) =>
    definitions
      .filter(({ device }) => device === port.name)
      .map(({ id, keys }) => ({ path, id, keys: keys.filter((key) => movingKeys.has(key)) }))
      .filter(({ keys }) => keys.length > 0)
      .map(({ id, keys, ...file }) => ({
        title: `Remove ${keys.join(", ")} of ${id} from ${file.path}`,
        file: null,
        commands: [`grep -n -A8 -e ${shellWord(id)} ${shellWord(file.path)}`],
      })),
  );
  if (netplan.length > 0 && netplan.every(({ problem }) => problem === null)) return known;
  return [
    ...known,
    {
      title: `Look for ${port.name} in the other files, and remove its addresses, routes and name servers`,
      file: null,
      commands: [`grep -n -A8 ${port.name} /etc/netplan/*.yaml`],
    },
  ];
}
