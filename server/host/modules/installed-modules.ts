import type { HostTree } from "../host-tree";
import { moduleName } from "./modprobe-configuration";

/** Where distributions keep a kernel's modules; on NixOS they stand beside the booted system. */
export const moduleFolders = [
  "lib/modules",
  "usr/lib/modules",
  "run/booted-system/kernel-modules/lib/modules",
] as const;

/** Whether a release is a plain name of a folder, so that it leads to no other one. */
export function isKernelRelease(release: string): boolean {
  return /^[\w.+~-]+$/.test(release) && !release.startsWith(".");
}

const builtInOfTree = new WeakMap<
  HostTree,
  { release: string; names: Promise<ReadonlySet<string> | null> }
>();

/**
 * Modules that are part of the kernel's own file (modules.builtin of depmod(8)), by name; null where the kernel has no
 * such list on this host. Read once for a tree and release.
 */
export function builtInModules(tree: HostTree, release: string): Promise<ReadonlySet<string> | null> {
  const known = builtInOfTree.get(tree);
  if (known?.release === release) return known.names;
  const names = readBuiltIn(tree, release);
  builtInOfTree.set(tree, { release, names });
  names.catch(() => builtInOfTree.delete(tree));
  return names;
}

async function readBuiltIn(tree: HostTree, release: string): Promise<ReadonlySet<string> | null> {
  if (!isKernelRelease(release)) return null;
  const paths = moduleFolders.map((folder) => `${folder}/${release}/modules.builtin`);
  const files = await tree.readMany({ texts: paths, skipForbidden: true });
  const text = paths.map((path) => files.text(path)).find((found) => found !== null);
  return text === undefined ? null : new Set((text ?? "").split("\n").flatMap(nameIn));
}

/** "kernel/drivers/vfio/pci/vfio-pci.ko" */
function nameIn(line: string): string[] {
  const name = /([^/]+)\.ko\S*$/.exec(line.trim())?.[1];
  return name === undefined ? [] : [moduleName(name)];
}
