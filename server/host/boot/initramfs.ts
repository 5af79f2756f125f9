import type { DistributionFamily } from "../distribution";
import type { BootFiles } from "./boot-files";
import { anyProgram, initramfsHooks } from "./boot-marks";
import { type BootCommand, type InitramfsTool, once } from "./boot-setup";
import { isImageBased } from "./kernel-line";
import { managedLine } from "./managed-line";

interface Concluded {
  tool: InitramfsTool;
  why: string;
}

/** A tool with what it leaves on a host: the package's hook, and its program. */
const signs: readonly (readonly [InitramfsTool, hook: string | null, programs: readonly string[]])[] = [
  ["mkinitcpio", initramfsHooks.pacmanMkinitcpio, ["usr/bin/mkinitcpio"]],
  ["initramfs-tools", initramfsHooks.debianInitramfsTools, ["usr/sbin/mkinitramfs"]],
  ["dracut", initramfsHooks.pacmanDracut, ["usr/bin/dracut", "usr/sbin/dracut"]],
  ["dracut", initramfsHooks.debianDracut, ["usr/bin/dracut", "usr/sbin/dracut"]],
  ["booster", null, ["usr/bin/booster"]],
  ["mkinitfs", null, ["sbin/mkinitfs"]],
];

/** Its configuration, which may outlive the program. */
const configurations: readonly (readonly [InitramfsTool, paths: readonly string[]])[] = [
  ["mkinitcpio", ["etc/mkinitcpio.conf"]],
  ["initramfs-tools", ["etc/initramfs-tools/initramfs.conf", "etc/initramfs-tools/modules"]],
  ["dracut", ["etc/dracut.conf"]],
  ["booster", ["etc/booster.yaml"]],
  ["mkinitfs", ["etc/mkinitfs/mkinitfs.conf"]],
];

/** What distributions install where nobody chose another. */
const defaults: Readonly<Partial<Record<DistributionFamily, InitramfsTool>>> = {
  debian: "initramfs-tools",
  proxmox: "initramfs-tools",
  pop: "initramfs-tools",
  fedora: "dracut",
  suse: "dracut",
  arch: "mkinitcpio",
  alpine: "mkinitfs",
};

/**
 * The tool that builds the host's initial RAM disks: the one whose hook the package manager runs, as several may be
 * installed; else the one that is there. A hook without its program is what a removed package left. Where the host's
 * programs are not seen at all, it is the one of its configuration, or of its distribution.
 */
export function initramfsToolOf(files: BootFiles, family: DistributionFamily | null): Concluded | null {
  const hooked = signs.find(
    ([, hook, programs]) => hook !== null && files.has(hook) && hasAny(files, programs),
  );
  if (hooked?.[1]) return { tool: hooked[0], why: `The package manager runs ${hooked[0]} (/${hooked[1]}).` };
  const present = signs.find(([, , programs]) => hasAny(files, programs));
  if (present !== undefined) return { tool: present[0], why: `${present[0]} is installed.` };
  return byConfiguration(files) ?? byDistribution(files, family);
}

function byConfiguration(files: BootFiles): Concluded | null {
  for (const [tool, paths] of configurations) {
    const path = files.firstOf(paths) ?? files.separateConfigurations(tool)[0];
    if (path !== undefined) return { tool, why: `/${path} is of ${tool}.` };
  }
  return null;
}

/** A host whose programs are seen, and none of these among them, has no initial RAM disk, or one of its owner's making. */
function byDistribution(files: BootFiles, family: DistributionFamily | null): Concluded | null {
  const tool = family === null || files.has(anyProgram) ? undefined : defaults[family];
  return tool === undefined ? null : { tool, why: `${tool} is what this distribution installs.` };
}

const commands: Readonly<Record<InitramfsTool, BootCommand>> = {
  "initramfs-tools": once("update-initramfs", "-u", "-k", "all"),
  dracut: once("dracut", "--force", "--regenerate-all"),
  mkinitcpio: once("mkinitcpio", "-P"),
  booster: once("/usr/lib/booster/regenerate_images"),
  mkinitfs: once("mkinitfs"),
};

/** What builds the initial RAM disks of all installed kernels anew, by the wrapper that the distribution has for it. */
export function rebuildCommands(
  files: BootFiles,
  tool: InitramfsTool | null,
  family: DistributionFamily | null,
): BootCommand[] {
  if (family === "nixos" || files.has("etc/NIXOS")) return [once("nixos-rebuild", "boot")];
  if (managedLine(files) !== null) return [];
  if (isImageBased(files)) return [once("rpm-ostree", "initramfs", "--enable")];
  if (tool === null) return [];
  if (files.hasProgram("transactional-update")) return [once("transactional-update", "initrd")];
  if (tool === "mkinitcpio" && files.hasProgram("limine-mkinitcpio")) return [once("limine-mkinitcpio")];
  if (tool === "dracut" && files.hasProgram("reinstall-kernels")) return [once("reinstall-kernels")];
  if (tool === "dracut" && files.hasProgram("dracut-rebuild")) return [once("dracut-rebuild")];
  return [commands[tool]];
}

function hasAny(files: BootFiles, programs: readonly string[]): boolean {
  return files.firstOf(programs) !== null;
}
