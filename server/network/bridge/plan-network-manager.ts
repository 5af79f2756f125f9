import { createHash } from "node:crypto";
import { type FamilyAddressing, isIpv4, isIpv6 } from "../guide/addressing";
import { type GuideRequest, oddMtu } from "../guide/guide-request";
import { type BridgeFiles, changeOf, type PlannedBridge, patientSeconds, seconds } from "./bridge-change";
import { keyfileOf, type Section, settingOf, withLines } from "./keyfile";
import { type Profile, profileFolder, profileOf } from "./manager-profiles";

const liveFolder = "run/NetworkManager/system-connections";

/** What a port has no use for: its bridge has the addresses. */
const aboutAddresses = new Set(["ipv4", "ipv6", "proxy"]);

/**
 * NetworkManager's keyfiles. Of two profiles with one UUID that below /run counts (nm-settings-keyfile(5)), so that a port's
 * profile and its bridge's are tried there. What a profile says of addresses goes over as it is written.
 */
export function planNetworkManager(request: GuideRequest, files: BridgeFiles): PlannedBridge {
  const { port, bridge } = request;
  const profile = profileOf(port, files);
  if (profile !== null && "refusal" in profile) return profile;
  const names = {
    bridge: `${bridge}.nmconnection`,
    port: profile?.name ?? `${bridge}-${port.name}.nmconnection`,
  };
  const taken = [names.bridge, ...(profile === null ? [names.port] : [])].find((name) =>
    files.has(`${profileFolder}/${name}`),
  );
  if (taken !== undefined)
    return { refusal: `/${profileFolder}/${taken} is there already. Choose another name for the bridge.` };
  const uuids = { bridge: uuidOf(bridge, port.name), port: uuidOfPort(request, profile) };
  if (uuids.port === null) return { refusal: `The profile ${names.port} has no UUID.` };
  const texts = [
    { name: names.bridge, text: bridgeProfile(request, uuids.bridge, profile) },
    {
      name: names.port,
      text:
        profile === null ? newPort(request, { ...uuids, port: uuids.port }) : asPort(profile, uuids.bridge),
    },
  ];
  const up = (limit: number, ...words: string[]) => [
    ["nmcli", "connection", "reload"],
    ["nmcli", "--wait", String(limit), ...words],
  ];
  const old = profile === null ? ["device", "connect", port.name] : ["connection", "up", "uuid", uuids.port];
  const now = ["connection", "up", "uuid", uuids.port];
  return {
    files: texts.flatMap(({ name, text }) => changeOf(files, `${profileFolder}/${name}`, text)),
    live: texts.map(({ name, text }) => ({
      path: `${liveFolder}/${name}`,
      from: null,
      to: text,
      executable: false,
    })),
    there: { before: [], after: up(seconds.up, ...now) },
    back: { before: [], after: up(patientSeconds, ...old) },
    kept: [["nmcli", "connection", "reload"]],
    undone: {
      there: { before: [], after: up(seconds.up, ...old) },
      back: { before: [], after: up(patientSeconds, ...now) },
    },
    notes: [],
  };
}

function uuidOfPort({ port, bridge }: GuideRequest, profile: Profile | null): string | null {
  if (profile === null) return uuidOf(bridge, `port ${port.name}`);
  return settingOf(profile.sections, "connection", "uuid");
}

/** The same whenever it is planned; in the form of RFC 4122, version 5. */
function uuidOf(bridge: string, of: string): string {
  const hex = createHash("sha1").update(`passdeck ${bridge} ${of}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

function asPort({ sections }: Profile, bridge: string): string {
  const kept = sections.filter(({ name }) => !aboutAddresses.has(name));
  return keyfileOf(
    kept.map((section) =>
      section.name === "connection" ? withLines(section, `master=${bridge}`, "slave-type=bridge") : section,
    ),
  );
}

function newPort(request: GuideRequest, uuids: { bridge: string; port: string }): string {
  const { port, bridge } = request;
  return keyfileOf([
    section("connection", [
      `id=${bridge}-${port.name}`,
      `uuid=${uuids.port}`,
      "type=ethernet",
      `interface-name=${port.name}`,
      "autoconnect-priority=10",
      `master=${uuids.bridge}`,
      "slave-type=bridge",
    ]),
    ...mtuOf(request),
  ]);
}

function bridgeProfile(request: GuideRequest, uuid: string, profile: Profile | null): string {
  const { port, bridge } = request;
  return keyfileOf([
    section("connection", [`id=${bridge}`, `uuid=${uuid}`, "type=bridge", `interface-name=${bridge}`]),
    ...mtuOf(request),
    section("bridge", [...(port.mac === null ? [] : [`mac-address=${port.mac.toUpperCase()}`]), "stp=false"]),
    ipv4Of(request, profile),
    ipv6Of(request, profile),
    ...(profile?.sections.filter(({ name }) => name === "proxy") ?? []),
  ]);
}

/** As the profile has it where that is as wished, so that nothing of it is lost. */
function ipv4Of({ addressing }: GuideRequest, profile: Profile | null): Section {
  const { ipv4, nameServers, searchDomains } = addressing;
  const present = profile?.sections.find(({ name }) => name === "ipv4");
  const method = present === undefined ? "auto" : settingOf([present], "ipv4", "method");
  if (present !== undefined && method === (ipv4 === null ? "auto" : "manual")) return present;
  if (ipv4 === null) return section("ipv4", ["method=auto"]);
  if (ipv4.cidrs.length === 0) return section("ipv4", ["method=disabled"]);
  const search = searchDomains.map((domain) => `${domain};`).join("");
  return section("ipv4", [
    "method=manual",
    ...addressLines(ipv4, nameServers.filter(isIpv4)),
    ...(search === "" ? [] : [`dns-search=${search}`]),
  ]);
}

function ipv6Of({ addressing }: GuideRequest, profile: Profile | null): Section {
  const { ipv6, automaticIpv6, nameServers } = addressing;
  const present = profile?.sections.find(({ name }) => name === "ipv6");
  if (present !== undefined) return present;
  if (ipv6 === null) return section("ipv6", ["method=auto"]);
  const method = automaticIpv6 ? "auto" : "manual";
  return section("ipv6", [`method=${method}`, ...addressLines(ipv6, nameServers.filter(isIpv6))]);
}

function addressLines({ cidrs, gateway, routes }: FamilyAddressing, servers: readonly string[]): string[] {
  return [
    ...cidrs.map((cidr, index) => `address${index + 1}=${cidr}`),
    ...(gateway === null ? [] : [`gateway=${gateway}`]),
    ...routes.map(({ to, via }, index) => `route${index + 1}=${to},${via}`),
    ...(servers.length === 0 ? [] : [`dns=${servers.map((server) => `${server};`).join("")}`]),
  ];
}

function mtuOf({ port }: GuideRequest): Section[] {
  const mtu = oddMtu(port);
  return mtu === null ? [] : [section("ethernet", [`mtu=${mtu}`])];
}

/** With an empty line behind it, as NetworkManager writes them. */
function section(name: string, lines: string[]): Section {
  return { name, lines: [...lines, ""] };
}
