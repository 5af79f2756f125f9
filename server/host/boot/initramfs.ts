import type { DistributionFamily } from "../distribution";
import type { BootFiles } from "./boot-files";
import { initramfsHooks } from "./boot-marks";
import { type BootCommand, type InitramfsTool, once } from "./boot-setup";
import { isImageBased } from "./kernel-line";
import { managedLine } from "./managed-line";

interface Concluded {
  tool: InitramfsTool;
  why: string;
}

/** A tool with what it leaves on a host: the package's hook, its program, its configuration, which may outlive both. */
const signs: readonly (readonly [
  InitramfsTool,
  hook: string | null,
  programs: readonly string[],
  configuration: string,
])[] = [
  ["mkinitcpio", initramfsHooks.pacmanMkinitcpio, ["usr/bin/mkinitcpio"], "etc/mkinitcpio.conf"],
  [
    "initramfs-tools",
    initramfsHooks.debianInitramfsTools,
    ["usr/sbin/mkinitramfs"],
    "etc/initramfs-tools/initramfs.conf",
  ],
  ["dracut", initramfsHooks.pacmanDracut, ["usr/bin/dracut", "usr/sbin/dracut"], "etc/dracut.conf"],
  ["dracut", initramfsHooks.debianDracut, ["usr/bin/dracut", "usr/sbin/dracut"], "etc/dracut.conf"],
  ["booster", null, ["usr/bin/booster"], "etc/booster.yaml"],
  ["mkinitfs", null, ["sbin/mkinitfs"], "etc/mkinitfs/mkinitfs.conf"],
];

/**
 * The tool that builds the host's initial RAM disks: the one whose hook the package manager runs, as several may be
 * installed; else the one that is there. A hook without its program is what a removed package left.
 */
export function initramfsToolOf(files: BootFiles): Concluded | null {
  const hooked = signs.find(
    ([, hook, programs]) => hook !== null && files.has(hook) && hasAny(files, programs),
  );
  if (hooked?.[1]) return { tool: hooked[0], why: `The package manager runs ${hooked[0]} (/${hooked[1]}).` };
  const present = signs.find(([, , programs]) => hasAny(files, programs));
  if (present !== undefined) return { tool: present[0], why: `${present[0]} is installed.` };
  const configured = signs.find(([, , , configuration]) => files.has(configuration));
  return configured === undefined
    ? null
    : { tool: configured[0], why: `/${configured[3]} is of ${configured[0]}.` };
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
