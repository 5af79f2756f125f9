import {
  entryFolders,
  extlinuxConfigurations,
  limineConfigurations,
  raspberryCommandLines,
  refindConfigurations,
} from "../host/boot/boot-files";
import type { HostTree } from "../host/host-tree";
import { grubDefaults, grubDropIns } from "./formats/grub-files";

const singleFiles = [
  grubDefaults,
  "proc/cmdline",
  "proc/meminfo",
  "sys/devices/system/cpu/present",
  "etc/default/limine",
  "etc/default/u-boot",
  "etc/update-extlinux.conf",
  "etc/kernel/cmdline",
  "etc/kernel/uki.conf",
  "etc/kernelstub/configuration",
  "etc/dracut.conf",
  "etc/lilo.conf",
  "boot/refind_linux.conf",
  "boot/syslinux/syslinux.cfg",
  ...extlinuxConfigurations,
  ...limineConfigurations,
  ...raspberryCommandLines,
  ...refindConfigurations,
];
const folders: readonly (readonly [string, string])[] = [
  [grubDropIns, ".cfg"],
  ["etc/cmdline.d", ".conf"],
  ["etc/dracut.conf.d", ".conf"],
  ...entryFolders.map((folder) => [folder, ".conf"] as const),
];

/** The files that a host is prepared by, as they are now. */
export class PrepareFiles {
  readonly #texts: ReadonlyMap<string, string>;

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  /** null where it is not there, or can't be read. */
  text(path: string): string | null {
    return this.#texts.get(path) ?? null;
  }

  /** The files of a folder, by name, as programs read them. */
  inFolder(folder: string): { path: string; text: string }[] {
    const found = [...this.#texts].filter(([path]) => path.slice(0, path.lastIndexOf("/")) === folder);
    return found
      .map(([path, text]) => ({ path, text }))
      .toSorted((one, other) => (one.path < other.path ? -1 : 1));
  }

  /** The files that `pattern` names: a path, or a folder with "*" and what names end in. */
  matching(pattern: string): { path: string; text: string }[] {
    const path = pattern.replace(/^\//, "");
    const star = path.lastIndexOf("/*");
    if (star < 0) {
      const text = this.text(path);
      return text === null ? [] : [{ path, text }];
    }
    return this.inFolder(path.slice(0, star)).filter((file) => file.path.endsWith(path.slice(star + 2)));
  }
}

/** Reads them in two batches. What may not be read counts as not there. */
export async function readPrepareFiles(tree: HostTree): Promise<PrepareFiles> {
  const first = await tree.readMany({
    texts: singleFiles,
    folders: folders.map(([folder]) => folder),
    skipForbidden: true,
  });
  const named = folders.flatMap(([folder, suffix]) =>
    first
      .names(folder)
      .filter((name) => name.endsWith(suffix))
      .map((name) => `${folder}/${name}`),
  );
  const second = await tree.readMany({ texts: named, skipForbidden: true });
  const texts = new Map<string, string>();
  for (const [files, paths] of [
    [first, singleFiles],
    [second, named],
  ] as const)
    for (const path of paths) {
      const text = files.text(path);
      if (text !== null && text !== undefined) texts.set(path, text);
    }
  return new PrepareFiles(texts);
}
