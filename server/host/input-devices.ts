import { posix } from "node:path";
import type { HostFiles } from "./host-files";
import type { HostTree } from "./host-tree";
import { plainText } from "./plain-text";

/** A keyboard, mouse or the like of the host, which a VM may read by evdev. */
interface HostInput {
  /** What stays the same over restarts, where there is such a name: /dev/input/by-id/usb-…-event-kbd. */
  path: string;
  /** As it calls itself. */
  name: string;
  kind: "keyboard" | "mouse" | "other";
  /** false of /dev/input/event3, which may be another device after a restart. */
  stable: boolean;
}

/** The input devices of a host; null where it does not tell. */
export type HostInputs = readonly HostInput[] | null;

const list = "proc/bus/input/devices";
const folders = ["dev/input/by-id", "dev/input/by-path"] as const;

/** Reads them anew, as they are plugged in and out. */
export async function readInputDevices(tree: HostTree): Promise<HostInputs> {
  const first = await tree.readMany({ texts: [list], folders, skipForbidden: true });
  const text = first.text(list);
  if (text === null) return null;
  const links = folders.flatMap((folder) => first.names(folder).map((name) => `${folder}/${name}`));
  const files = await tree.readMany({ links, skipForbidden: true });
  const names = namesOf(links, files);
  const inputs = text.split(/\n{2,}/).flatMap((block) => inputIn(block, names));
  return inputs.toSorted((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1));
}

/** By event device ("event3"), the first of its lasting names. */
function namesOf(links: readonly string[], files: HostFiles): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const path of links) {
    const event = posix.basename(files.link(path) ?? "");
    if (/^event\d+$/.test(event) && !names.has(event)) names.set(event, `/${path}`);
  }
  return names;
}

/** A block of the list: "N: Name=…", "H: Handlers=sysrq kbd event3", "B: EV=120013" (drivers/input/input.c). */
function inputIn(block: string, names: ReadonlyMap<string, string>): HostInput[] {
  const handlers = /^H: Handlers=(.*)$/m.exec(block)?.[1]?.trim().split(/\s+/) ?? [];
  const event = handlers.find((handler) => /^event\d+$/.test(handler));
  if (event === undefined) return [];
  const path = names.get(event);
  const name = plainText(/^N: Name="(.*)"$/m.exec(block)?.[1] ?? "");
  const kind = kindOf(handlers, Number.parseInt(/^B: EV=([0-9a-f]+)/m.exec(block)?.[1] ?? "0", 16));
  return [{ path: path ?? `/dev/input/${event}`, name: name || event, kind, stable: path !== undefined }];
}

/** Bits of `EV` (include/uapi/linux/input-event-codes.h): keys that repeat are a keyboard's, a power button's do not. */
const [keys, repeats] = [1 << 1, 1 << 20];

function kindOf(handlers: readonly string[], events: number): HostInput["kind"] {
  if (handlers.some((handler) => /^mouse\d+$/.test(handler))) return "mouse";
  return (events & keys) !== 0 && (events & repeats) !== 0 ? "keyboard" : "other";
}

function rank({ kind, stable }: HostInput): number {
  return ["keyboard", "mouse", "other"].indexOf(kind) * 2 + (stable ? 0 : 1);
}
