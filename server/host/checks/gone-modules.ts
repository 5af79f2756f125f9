import { moduleName } from "../modules/modprobe-configuration";
import { plainText } from "../plain-text";
import type { Evidence } from "./check.schema";
import type { CheckSources } from "./check-sources";

/** A part of VFIO that a list of modules names and the running kernel has not. */
export interface GoneModule {
  /** With underscores. */
  name: string;
  evidence: Evidence;
}

/** A name in a list of modules; in a comment, a path or before a "=" it is none. */
const vfioPart = /(?<![\w./-])vfio[-_][\w-]+(?![\w./=-])/g;

/**
 * Where lists of modules name parts of VFIO that the kernel has neither as modules nor in its own file, as vfio_virqfd
 * since Linux 6.2: mkinitcpio and dracut build an incomplete initial RAM disk of them, or none. Nothing where it is not known what
 * the kernel has.
 */
export function goneModules(sources: CheckSources): GoneModule[] {
  const installed = installedModules(sources);
  if (installed === null) return [];
  return listsOf(sources).flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => {
      const names = [...line.replace(/#.*/, "").matchAll(vfioPart)].map(([name]) => moduleName(name));
      return names
        .filter((name) => !installed.has(name) && !sources.builtIn(name))
        .map((name) => ({ name, evidence: { file: path, line: index + 1, text: plainText(line) } }));
    }),
  );
}

/** Of modules.dep: "kernel/drivers/vfio/pci/vfio-pci.ko.zst: …"; null where none was read. */
function installedModules({ further: { moduleLists, second } }: CheckSources): ReadonlySet<string> | null {
  const text = moduleLists.map((path) => second.text(path)).find((found) => found !== null);
  if (text === undefined || text === null) return null;
  return new Set([...text.matchAll(/([^/\s]+)\.ko[^:\s]*:/g)].map(([, name = ""]) => moduleName(name)));
}

/** What systemd loads, and what goes into the initial RAM disk. */
function listsOf({ bindingFiles: { loaded, initramfsModules }, further }: CheckSources) {
  const ofInitramfs = further.initramfsLists.map((path) => ({
    path: `/${path}`,
    text: further.second.text(path) ?? "",
  }));
  return [...loaded, ...(initramfsModules === null ? [] : [initramfsModules]), ...ofInitramfs];
}
