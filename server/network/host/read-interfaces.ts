import type { HostTree } from "../../host/host-tree";
import type { InterfacesFile } from "./host-network.schema";
import { includesOf } from "./interfaces-includes";
import { stanzasOf } from "./interfaces-stanzas";

const mainFile = "etc/network/interfaces";

/** A host has a handful; files that include each other end here. */
const mostFiles = 200;

/**
 * ifupdown's files, with what they say of some devices: /etc/network/interfaces and all that it includes by "source" and
 * "source-directory" (interfaces(5)).
 */
export async function readInterfaces(tree: HostTree, devices: readonly string[]): Promise<InterfacesFile[]> {
  const found = new Map<string, InterfacesFile>();
  const unknown: InterfacesFile[] = [];
  const waiting = [mainFile];
  for (let path = waiting.shift(); path !== undefined && found.size < mostFiles; path = waiting.shift()) {
    if (found.has(path)) continue;
    const files = await tree.readMany({ texts: [path], presence: [path], skipForbidden: true });
    const text = files.text(path);
    if (text === null && path === mainFile && !files.has(path)) return [];
    if (text === null) {
      found.set(path, { path: `/${path}`, problem: "Passdeck may not read it", stanzas: [] });
      continue;
    }
    found.set(path, { path: `/${path}`, problem: null, stanzas: stanzasOf(text, devices) });
    const included = await includesOf(tree, text);
    waiting.push(...included.paths);
    unknown.push(...included.unknown.map((pattern) => unknownFiles(pattern)));
  }
  return [...found.values(), ...unknown];
}

function unknownFiles(pattern: string): InterfacesFile {
  return { path: pattern, problem: "Passdeck does not know which files are meant", stanzas: [] };
}
