import type { HostFiles } from "../host-files";
import type { HostTree } from "../host-tree";
import { type ConfigurationFile, modprobeFolders, modprobePaths, passedOverPaths } from "./modprobe-files";

const driverOverrides = "etc/driverctl.d";
const modulesToLoad = "etc/modules-load.d";
/** Where one's own rules and scripts stand that bind devices by address before their drivers are loaded. */
const scriptFolders = [
  "etc/udev/rules.d",
  "etc/initramfs-tools/scripts/init-top",
  "etc/initcpio/hooks",
] as const;
/** Modules that initramfs-tools loads, each with parameters. */
const initramfsModules = "etc/initramfs-tools/modules";
/** By which Unraid binds devices by address. */
const unraidBindings = "boot/config/vfio-pci.cfg";

const firstBatch = {
  texts: ["etc/modules", initramfsModules, unraidBindings],
  folders: [...modprobeFolders, driverOverrides, modulesToLoad, ...scriptFolders],
  skipForbidden: true,
};

/** The files that say which devices vfio-pci gets when the host boots. Paths have a leading slash. */
export interface BindingFiles {
  /** In modprobe's order. */
  modprobe: readonly ConfigurationFile[];
  /** Meant for modprobe, which passes them over by their names. */
  passedOver: readonly ConfigurationFile[];
  /** driverctl(8)'s, a file a device, named by its address. */
  driverctl: readonly ConfigurationFile[];
  /** Rules of udev, scripts of the initramfs and of modprobe's install lines that set driver_override. */
  scripts: readonly ConfigurationFile[];
  /** Lists of modules to load: of systemd and Debian, without parameters. */
  loaded: readonly ConfigurationFile[];
  initramfsModules: ConfigurationFile | null;
  unraid: ConfigurationFile | null;
}

/** Reads them, in a few batches. What may not be read counts as not there. */
export async function readBindingFiles(tree: HostTree): Promise<BindingFiles> {
  const first = await tree.readMany(firstBatch);
  const paths = {
    modprobe: modprobePaths(first),
    passedOver: passedOverPaths(first),
    driverctl: pathsIn(first, driverOverrides, /^(pci-)?[0-9a-f]{4}:/),
    scripts: scriptFolders.flatMap((folder) => pathsIn(first, folder, /^[^.]/)),
    loaded: pathsIn(first, modulesToLoad, /\.conf$/),
  };
  const second = await tree.readMany({ texts: Object.values(paths).flat(), skipForbidden: true });
  const read = (wanted: readonly string[]) => wanted.flatMap((path) => fileOf(second, path) ?? []);
  const modprobe = read(paths.modprobe);
  const named = installScripts(modprobe);
  const third = named.length === 0 ? null : await tree.readMany({ texts: named, skipForbidden: true });
  const scripts = [...read(paths.scripts), ...named.flatMap((path) => (third && fileOf(third, path)) ?? [])];
  return {
    modprobe,
    passedOver: read(paths.passedOver),
    driverctl: read(paths.driverctl),
    scripts: scripts.filter(({ text }) => text.includes("driver_override")),
    loaded: [fileOf(first, "etc/modules") ?? [], read(paths.loaded)].flat(),
    initramfsModules: fileOf(first, initramfsModules),
    unraid: fileOf(first, unraidBindings),
  };
}

/** Programs that "install vfio-pci …" has run in place of loading it, as ArchWiki's vfio-pci-override.sh. */
function installScripts(modprobe: readonly ConfigurationFile[]): string[] {
  const lines = modprobe.flatMap(({ text }) => [...text.matchAll(/^\s*install\s+vfio[-_]pci\s+(\/\S+)/gm)]);
  return lines.flatMap((match) => match[1]?.replace(/^\/+/, "") ?? []).filter((path) => !path.includes(".."));
}

/** More than any host has. */
const mostFiles = 256;

function pathsIn(files: HostFiles, folder: string, wanted: RegExp): string[] {
  const names = files.names(folder).filter((name) => wanted.test(name));
  return names.slice(0, mostFiles).map((name) => `${folder}/${name}`);
}

function fileOf(files: HostFiles, path: string): ConfigurationFile | null {
  const text = files.text(path);
  return text === null ? null : { path: `/${path}`, text };
}
