import type { FileReplacement } from "../../host/configuration/host-configuration";
import type { GuideRequest } from "../guide/guide-request";
import { aboutPort, furtherDevices, goesOf, whyNoStanzas } from "../guide/ifupdown";
import { stanzasFor } from "../guide/ifupdown-stanzas";
import type { InterfacesFile } from "../host/host-network.schema";
import {
  type BridgeChange,
  type BridgeFiles,
  changeOf,
  deleteBridge,
  type PlannedBridge,
  patientSeconds,
  seconds,
  within,
} from "./bridge-change";

const mainFile = "etc/network/interfaces";
const liveFile = "run/passdeck-network/interfaces";

/** What has ifupdown know of bridges: bridge-utils' script, or an ifupdown that does by itself. */
const bridgeScripts = [
  "etc/network/if-pre-up.d/bridge",
  "usr/lib/bridge-utils/ifupdown.sh",
  "lib/bridge-utils/ifupdown.sh",
  "usr/libexec/ifupdown-ng/bridge",
];
const ifupdown2 = ["usr/sbin/ifreload", "sbin/ifreload"];

/** Files that tell what this ifupdown can do. */
export const ifupdownMarks = [...bridgeScripts, ...ifupdown2];

/**
 * interfaces(5). What is tried stands in one file, which `ifup --interfaces` is given, while the host's own stay as they are.
 * ifupdown2 reads no other than the host's own: they are changed for the trial.
 */
export function planIfupdown(request: GuideRequest, files: BridgeFiles): PlannedBridge {
  const present = aboutPort(request);
  const refusal = whyNoStanzas(request, present) ?? whyNoBridges(files) ?? whyTaken(request, files);
  if (refusal !== null) return { refusal };
  const { text, notes } = stanzasFor(
    request,
    present.flatMap(({ stanzas }) => stanzas),
  );
  const texts = present.map((file) => textWithout(file, request, files));
  const ends = texts.map((one) =>
    one.path === mainFile ? { ...one, to: `${endedLine(one.to)}\n${text}` } : one,
  );
  const changed = ends.flatMap(({ path, to }) => changeOf(files, path, to));
  const ways = ifupdown2.some((path) => files.has(path))
    ? reloading(changed)
    : upAndDown(request, present, { changed, all: ends.map(({ to }) => to) });
  return { ...ways, files: changed, kept: [], notes };
}

function whyNoBridges(files: BridgeFiles): string | null {
  if (ifupdownMarks.some((path) => files.has(path))) return null;
  return "ifupdown makes no bridges on this host: the package bridge-utils is missing. Run “apt-get install bridge-utils” first.";
}

/** A second stanza would add to the first one. */
function whyTaken({ bridge, host }: GuideRequest, files: BridgeFiles): string | null {
  const stanza = new RegExp(`^\\s*iface\\s+${bridge.replaceAll(".", "\\.")}(?=[\\s:])`, "m");
  const file = host.interfaces.find(({ path }) => stanza.test(files.text(path.slice(1)) ?? ""));
  return file === undefined ? null : `${file.path} has a ${bridge} already. Choose another name.`;
}

/** A file without what it says of the port, the last lines first, so that the numbers before stay right. */
function textWithout(file: InterfacesFile, { port }: GuideRequest, files: BridgeFiles) {
  const path = file.path.slice(1);
  const lines = (files.text(path) ?? "").split("\n");
  for (const { first, last } of goesOf(file, port.name).reverse()) lines.splice(first - 1, last - first + 1);
  return { path, to: lines.join("\n") };
}

function endedLine(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

type Ways = Omit<BridgeChange, "files" | "kept" | "notes">;

/** Proxmox VE's and others' ifupdown2: what the files say is made of what there is (ifreload(8)). */
function reloading(changed: FileReplacement[]): Ways {
  const there = { before: [], after: [within(seconds.down + seconds.up, "ifreload", "-a")] };
  const back = { before: [], after: [within(patientSeconds, "ifreload", "-a")] };
  return { live: changed, there, back, undone: { there, back } };
}

function upAndDown(
  request: GuideRequest,
  present: readonly InterfacesFile[],
  { changed, all }: { changed: readonly FileReplacement[]; all: readonly string[] },
): Ways {
  const { port, bridge } = request;
  const besides = besidePort(request);
  const old = [...besides.cards, port.name, ...furtherDevices(present), ...besides.vlans];
  const further = furtherDevices(present).map((name) => name.replace(port.name, bridge));
  const now = [...besides.cards, port.name, bridge, ...further, ...besides.vlans];
  const live = ["-i", `/${liveFile}`];
  const down = (...words: string[]) => within(seconds.down, "ifdown", ...words);
  const up = (...words: string[]) => within(seconds.up, "ifup", ...words);
  const upAgain = (...words: string[]) => within(patientSeconds, "ifup", ...words);
  const gone = deleteBridge(bridge);
  const text = all.map(withoutIncludes).map(endedLine).join("");
  return {
    live: changed.length === 0 ? [] : [{ path: liveFile, from: null, to: text, executable: false }],
    there: { before: [down("-f", ...reversed(old))], after: [up(...live, ...now)] },
    back: { before: [down("-f", ...live, ...reversed(now)), gone], after: [upAgain(...old)] },
    undone: {
      there: { before: [down("-f", ...reversed(now)), gone], after: [up(...old)] },
      back: { before: [down("-f", ...reversed(old))], after: [upAgain(...now)] },
    },
  };
}

/** A bond's cards go down and up with it, and so do VLANs that ride on the port, where ifupdown has them. */
function besidePort({ port, host }: GuideRequest): { cards: string[]; vlans: string[] } {
  const configured = new Set(
    host.interfaces.flatMap(({ stanzas }) =>
      stanzas.filter(({ family }) => family !== null).map(({ device }) => device),
    ),
  );
  const riding = host.links.filter(({ kind, lowers }) => kind === "vlan" && lowers.includes(port.name));
  return {
    cards: port.kind === "bond" ? port.lowers.filter((name) => configured.has(name)) : [],
    vlans: riding.map(({ name }) => name).filter((name) => configured.has(name)),
  };
}

function reversed(names: readonly string[]): string[] {
  return [...names].reverse();
}

/** All files stand in one, so that none is read besides. */
function withoutIncludes(text: string): string {
  return text.replace(/^[ \t]*source(?:-directory)?[ \t].*$/gm, "");
}
