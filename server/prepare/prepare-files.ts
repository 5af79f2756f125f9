import { posix } from "node:path";
import { limineDropIns } from "../host/boot/boot-files";
import {
  eliloConfigurations,
  entryFolders,
  extlinuxConfigurations,
  limineConfigurations,
  raspberryCommandLines,
  refindConfigurations,
} from "../host/boot/boot-marks";
import { defaultTargets } from "../host/default-targets";
import type { HostFiles } from "../host/host-files";
import type { HostTree } from "../host/host-tree";
import { grubDefaults, grubDropIns } from "./formats/grub-files";
import { modularDaemon } from "./looking-glass/libvirt-daemon";
import { tmpfilesD } from "./looking-glass/shared-file";
import { moduleFileFolders, moduleFilePaths } from "./modules/plan/module-paths";
import { presetConfigurations } from "./modules/plan/preset-configurations";

/** What may hold a kernel line. */
const lineFiles = [
  grubDefaults,
  "proc/cmdline",
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
  ...eliloConfigurations,
  ...extlinuxConfigurations,
  ...limineConfigurations,
  ...raspberryCommandLines,
  ...refindConfigurations,
];
/** What decides on Looking Glass's memory, and who may open it. */
const desktopFiles = [
  "etc/passwd",
  "etc/group",
  "etc/libvirt/qemu.conf",
  "etc/apparmor.d/abstractions/libvirt-qemu",
  "etc/apparmor.d/local/abstractions/libvirt-qemu",
  modularDaemon,
];
const singleFiles = [
  ...lineFiles,
  "proc/meminfo",
  "sys/devices/system/cpu/present",
  ...moduleFilePaths,
  ...desktopFiles,
];
const lineFolders: readonly (readonly [string, string])[] = [
  [grubDropIns, ".cfg"],
  ["etc/cmdline.d", ".conf"],
  [limineDropIns, ".conf"],
  // A preset of mkinitcpio's may name another file there.
  ["etc/kernel", "cmdline"],
  // A Raspberry Pi's config.txt may name another file beside it.
  ["boot/firmware", ".txt"],
  ["boot", ".txt"],
  ["etc/dracut.conf.d", ".conf"],
  ...entryFolders.map((folder) => [folder, ".conf"] as const),
];
const folders = [
  ...lineFolders,
  ...moduleFileFolders.map((folder) => [folder, ""] as const),
  ...tmpfilesD.folders.map((folder) => [folder, tmpfilesD.suffix] as const),
  ["etc/udev/rules.d", ".rules"] as const,
];

/** The files that a host is prepared by, as they are now. */
export class PrepareFiles {
  /** By their paths. */
  readonly texts: ReadonlyMap<string, string>;
  /** Symbolic links among them, with where each leads to. */
  readonly links: ReadonlyMap<string, string>;

  constructor(texts: ReadonlyMap<string, string>, links: ReadonlyMap<string, string>) {
    this.texts = texts;
    this.links = links;
  }

  /** The texts that may hold the kernel's line. */
  lineSources(): string[] {
    const single = lineFiles.flatMap((path) => this.text(path) ?? []);
    return [...single, ...lineFolders.flatMap(([folder]) => this.inFolder(folder).map(({ text }) => text))];
  }

  /** null where it is not there, or can't be read. */
  text(path: string): string | null {
    return this.texts.get(path) ?? null;
  }

  /** The files of a folder, by name, as programs read them. */
  inFolder(folder: string): { path: string; text: string }[] {
    const found = [...this.texts].filter(([path]) => path.slice(0, path.lastIndexOf("/")) === folder);
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

/** Reads them in three batches, by what names further files. What may not be read counts as not there. */
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
  const paths = [...new Set([...singleFiles, ...named])];
  const linked = [...paths, ...defaultTargets];
  const files = await tree.readMany({ texts: paths, links: linked, skipForbidden: true });
  const further = paths
    .filter((path) => path.startsWith("etc/mkinitcpio.d/"))
    .flatMap((path) => presetConfigurations(files.text(path) ?? ""))
    .filter((path) => !paths.includes(path));
  const more = await tree.readMany({ texts: further, skipForbidden: true });
  const texts = [...textsOf(files, paths), ...textsOf(more, further)];
  const links = linked.flatMap((path) => {
    const target = files.link(path);
    return target === null ? [] : [[path, ledTo(path, target)] as const];
  });
  return new PrepareFiles(new Map(texts), new Map(links));
}

function textsOf(files: HostFiles, paths: readonly string[]): (readonly [path: string, text: string])[] {
  return paths.flatMap((path) => {
    const text = files.text(path);
    return text === null ? [] : [[path, text] as const];
  });
}

/** Where a link's target stands, without a leading slash. */
function ledTo(path: string, target: string): string {
  return posix.resolve("/", posix.dirname(path), target).slice(1);
}
