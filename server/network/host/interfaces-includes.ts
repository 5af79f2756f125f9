import { posix } from "node:path";
import type { HostTree } from "../../host/host-tree";
import { logicalLines } from "./interfaces-stanzas";

/** Names that "source-directory" takes, as run-parts does. */
const runPartsName = /^[A-Za-z0-9_-]+$/;

interface Includes {
  /** Relative to the host's root. */
  paths: string[];
  /** Patterns that only a shell can tell the files of. */
  unknown: string[];
}

/** What a file of ifupdown's includes. Patterns are a shell's (wordexp); those in a file's name alone are followed. */
export async function includesOf(tree: HostTree, text: string): Promise<Includes> {
  const found: Includes = { paths: [], unknown: [] };
  for (const { words } of logicalLines(text)) {
    const [keyword = "", ...patterns] = words;
    if (keyword !== "source" && keyword !== "source-directory") continue;
    for (const pattern of patterns) {
      const full = posix.resolve("/etc/network", pattern).slice(1);
      const [folder, name] = [posix.dirname(full), posix.basename(full)];
      if (/[$`~{}[\]"'\\]/.test(pattern) || /[*?]/.test(keyword === "source" ? folder : full)) {
        found.unknown.push(pattern);
      } else if (keyword === "source-directory") {
        const names = (await tree.list(full)).filter((entry) => runPartsName.test(entry));
        found.paths.push(...names.map((entry) => `${full}/${entry}`));
      } else if (/[*?]/.test(name)) {
        const names = (await tree.list(folder)).filter((entry) => matches(entry, name));
        found.paths.push(...names.map((entry) => `${folder}/${entry}`));
      } else {
        found.paths.push(full);
      }
    }
  }
  return found;
}

/** "*" and "?" as a shell has them: neither is a dot in front. */
function matches(name: string, pattern: string): boolean {
  if (name.startsWith(".") && !pattern.startsWith(".")) return false;
  const parts = pattern.split(/([*?])/).map((part) => {
    if (part === "*") return ".*";
    return part === "?" ? "." : part.replace(/[.+^()|]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`).test(name);
}
