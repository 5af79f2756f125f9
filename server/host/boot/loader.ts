import type { BootFiles } from "./boot-files";
import {
  extlinuxConfigurations,
  grubEnvironments,
  grubMenus,
  limineConfigurations,
  loaderConfigurations,
  proxmoxPartitions,
  refindConfigurations,
} from "./boot-marks";
import type { BootLoader } from "./boot-setup";
import { bootOrder, loaderInfo, stubInfo, variableText } from "./efi-variables";

interface Concluded {
  name: BootLoader;
  why: string;
}

/** How a boot loader spells itself in {@link loaderInfo}. */
const ownNames: readonly (readonly [RegExp, BootLoader])[] = [
  [/systemd-boot/i, "systemd-boot"],
  [/grub/i, "grub"],
  [/refind/i, "refind"],
  [/limine/i, "limine"],
];

/** Folders of the EFI partition into which proxmox-boot-tool, NixOS and kernelstub put kernels, for systemd-boot alone. */
const forSystemdBoot = /(?:^|\s)initrd=(\\EFI\\(?:proxmox|nixos|Pop_OS-[^\\\s]+))\\/i;

/** Loaders by their files. They may outlive their program, so that this is the weakest sign; the rarer come first. */
const ownFiles: readonly (readonly [BootLoader, readonly string[]])[] = [
  ["systemd-boot", [...loaderConfigurations, "etc/kernelstub/configuration"]],
  ["refind", ["boot/refind_linux.conf", ...refindConfigurations]],
  ["limine", [...limineConfigurations, "etc/default/limine"]],
  ["syslinux", ["boot/syslinux/syslinux.cfg"]],
  ["extlinux", extlinuxConfigurations],
];
const grubFiles = [
  ...grubMenus,
  ...grubEnvironments,
  "etc/default/grub",
  "etc/grub2.cfg",
  "etc/grub2-efi.cfg",
];

/**
 * The loader that started the running kernel. What it says of itself counts most, then what it leaves on the command
 * line, then files. null where nothing tells.
 */
export function loaderOf(files: BootFiles): Concluded | null {
  return bySelf(files) ?? byCommandLine(files) ?? byMachine(files) ?? byFiles(files);
}

function bySelf(files: BootFiles): Concluded | null {
  const info = variableText(files.text(loaderInfo));
  const name = ownNames.find(([pattern]) => pattern.test(info))?.[1];
  if (name !== undefined) return { name, why: `The loader calls itself “${info}” (LoaderInfo).` };
  const stub = variableText(files.text(stubInfo));
  if (stub === "" || info !== "") return null;
  return { name: "uki", why: `The firmware starts a unified kernel image by itself (StubInfo “${stub}”).` };
}

/** GRUB, syslinux and LILO put BOOT_IMAGE= in front; what was started by EFI has initrd= with backslashes. */
function byCommandLine(files: BootFiles): Concluded | null {
  const line = files.text("proc/cmdline");
  const image = /(?:^|\s)BOOT_IMAGE=(\S*)/.exec(line)?.[1];
  if (image !== undefined) return byImage(image, files);
  if (!/(?:^|\s)initrd=\S*\\/.test(line)) return null;
  const why = "The command line names the initial RAM disk as EFI does (initrd= with backslashes)";
  const known = firstByFiles(files, ["systemd-boot", "refind", "limine"]);
  if (known !== null) return { name: known.name, why: `${why}; ${known.path} is there.` };
  const folder = forSystemdBoot.exec(line)?.[1];
  if (folder !== undefined)
    return { name: "systemd-boot", why: `${why}, in a folder that is made for it, ${folder}.` };
  // Where the firmware's variables can't be seen, a loader may have named itself there.
  if (!files.has(bootOrder)) return null;
  return { name: "efistub", why: `${why}, and no loader's files are there.` };
}

function byImage(image: string, files: BootFiles): Concluded {
  const why = `The command line begins with BOOT_IMAGE=${image}`;
  if (/^\/bzimage/i.test(image)) return { name: "syslinux", why: `${why}, as by Unraid's syslinux.` };
  if (/^(?:dev\d+|scsi\d*):/.test(image))
    return { name: "elilo", why: `${why}, a volume as ELILO counts them.` };
  const syslinux = firstByFiles(files, ["extlinux", "syslinux"]);
  const byGrub = image.startsWith("(") || (image.startsWith("/") && syslinux === null);
  if (byGrub || (image.startsWith("/") && files.firstOf(grubFiles) !== null)) {
    return { name: "grub", why: `${why}, as by GRUB.` };
  }
  if (syslinux !== null) return { name: syslinux.name, why: `${why}; ${syslinux.path} is there.` };
  return files.has("etc/lilo.conf")
    ? { name: "lilo", why: `${why}, as by LILO.` }
    : { name: "grub", why: `${why}, as by GRUB.` };
}

function byMachine(files: BootFiles): Concluded | null {
  const model = files.text("proc/device-tree/model").replaceAll("\0", "").trim();
  if (!model.startsWith("Raspberry Pi")) return null;
  return { name: "raspberry-pi", why: `This is a ${model}, whose firmware starts the kernel itself.` };
}

function byFiles(files: BootFiles): Concluded | null {
  const known =
    firstByFiles(files, ["limine", "refind", "systemd-boot", "extlinux", "syslinux"]) ??
    entriesOnly(files) ??
    proxmoxOnly(files) ??
    unifiedOnly(files);
  const grub = grubSign(files);
  // GRUB's kernel would have BOOT_IMAGE= on its command line: where one is there without it, another loader goes first.
  const lineIsKnown = files.text("proc/cmdline").trim() !== "";
  const found =
    grub !== null && !(lineIsKnown && known !== null) ? { name: "grub" as const, path: grub } : known;
  if (found === null) return null;
  return { name: found.name, why: `Nothing but a file tells: ${found.path}.` };
}

function firstByFiles(
  files: BootFiles,
  names: readonly BootLoader[],
): { name: BootLoader; path: string } | null {
  for (const name of names) {
    const path = files.firstOf(ownFiles.find(([candidate]) => candidate === name)?.[1] ?? []);
    if (path !== null) return { name, path: `/${path}` };
  }
  return null;
}

/** Debian's grub-common puts a drop-in of comments alone on hosts that GRUB does not start: only one that sets how it starts tells. */
const setsLine = /^\s*(?:export\s+)?GRUB_(?:ENABLE_BLSCFG|CMDLINE_LINUX)/m;

/** GRUB's own files, or entries that hold what only GRUB reads: its classes, and variables of its environment. */
function grubSign(files: BootFiles): string | null {
  const file = files.firstOf(grubFiles) ?? files.grubDefaults().find(({ text }) => setsLine.test(text))?.path;
  if (file !== undefined) return `/${file}`;
  const found = files.entries().find(({ entries }) => entries.some(({ text }) => /^grub_|\$\w+/m.test(text)));
  return found === undefined ? null : `/${found.folder}`;
}

/** Entries without signs of GRUB, whose BLS support shares the folder. */
function entriesOnly(files: BootFiles): { name: BootLoader; path: string } | null {
  const found = grubSign(files) === null ? files.entries()[0] : undefined;
  return found === undefined ? null : { name: "systemd-boot", path: `/${found.folder}` };
}

/** Where Proxmox lists EFI partitions and has a kernel line beside them, systemd-boot reads it. */
function proxmoxOnly(files: BootFiles): { name: BootLoader; path: string } | null {
  const listed = files.text(proxmoxPartitions).trim() !== "" && files.has("etc/kernel/cmdline");
  return listed ? { name: "systemd-boot", path: `/${proxmoxPartitions}` } : null;
}

function unifiedOnly(files: BootFiles): { name: BootLoader; path: string } | null {
  const maker =
    files.presets().find(({ text }) => makesUnifiedImage(text)) ??
    files.dracutConfigurations().find(({ text }) => /^\s*uefi=["']?yes/m.test(text));
  if (maker !== undefined) return { name: "uki", path: `/${maker.path}` };
  return files.text("etc/kernel/uki.conf") === "" ? null : { name: "uki", path: "/etc/kernel/uki.conf" };
}

/**
 * Whether a preset of mkinitcpio's has it build a unified kernel image: a line `default_uki=` that is no comment, or
 * `default_efi_image=`, as it was called before mkinitcpio 34.
 */
export function makesUnifiedImage(preset: string): boolean {
  return /^\s*\w+_(?:uki|efi_image)=\S/m.test(preset);
}
