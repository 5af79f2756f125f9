import type { DistributionFamily } from "../distribution";
import type { BootFiles } from "./boot-files";
import {
  eliloConfigurations,
  limineConfigurations,
  raspberryCommandLines,
  raspberryConfigurations,
  refindConfigurations,
} from "./boot-marks";
import { type BootLoader, type KernelLineFormat, type KernelLineSource, once } from "./boot-setup";
import { entryLine } from "./entry-line";
import { grubLine } from "./grub-line";
import { managedLine } from "./managed-line";
import { unifiedLine } from "./unified-line";

type LineOf = (files: BootFiles, family: DistributionFamily | null) => KernelLineSource;

const byLoader: Readonly<Record<BootLoader, LineOf>> = {
  grub: grubLine,
  "systemd-boot": entryLine,
  uki: unifiedLine,
  refind: refindLine,
  limine: limineLine,
  extlinux: extlinuxLine,
  syslinux: () => edited("extlinux", "/boot/syslinux/syslinux.cfg", "append"),
  lilo: () => ({ ...edited("lilo", "/etc/lilo.conf", "append"), regenerate: [once("lilo")] }),
  elilo: (files) =>
    edited("lilo", `/${files.firstOf(eliloConfigurations) ?? eliloConfigurations[0]}`, "append"),
  "raspberry-pi": (files) => edited("cmdline-txt", `/${raspberryCommandLine(files)}`, null),
  efistub: () => ({ ...edited("efi-entry", "", null), editor: "efibootmgr" }),
};

/** Where the host's kernel line is kept. What an image-based or declared system keeps itself goes before the loader's. */
export function kernelLineOf(
  files: BootFiles,
  loader: BootLoader | null,
  family: DistributionFamily | null,
): KernelLineSource | null {
  const managed = managedLine(files);
  if (managed !== null) return managed;
  if (family === "nixos" || files.has("etc/NIXOS")) return nixosLine;
  if (isImageBased(files)) {
    const byImage = files.hasProgram("bootc") && !files.hasProgram("rpm-ostree");
    return byImage ? bootcLine : deploymentLine;
  }
  if (loader !== null) return byLoader[loader](files, family);
  return files.hasImageArguments() ? deploymentLine : null;
}

/** Whether the running system is a deployment of ostree's. */
export function isImageBased(files: BootFiles): boolean {
  return files.has("run/ostree-booted") || /(?:^|\s)ostree=/.test(files.text("proc/cmdline"));
}

const nixosLine: KernelLineSource = {
  ...edited("nixos", "/etc/nixos/configuration.nix", "boot.kernelParams"),
  regenerate: [once("nixos-rebuild", "boot")],
};
const deploymentLine: KernelLineSource = { ...edited("deployment", "", null), editor: "rpm-ostree" };
const bootcLine = edited("bootc-kargs", "/usr/lib/bootc/kargs.d/*.toml", "kargs");

/** A file that is read at the next boot as it stands. */
function edited(format: KernelLineFormat, file: string, field: string | null): KernelLineSource {
  return { format, file, field, editor: null, regenerate: [] };
}

/** config.txt may name another file, and a folder before it (Raspberry Pi's documentation, "config.txt", os_prefix). */
function raspberryCommandLine(files: BootFiles): string {
  const path = raspberryConfigurations.find((one) => files.text(one) !== "");
  if (path === undefined) return files.firstOf(raspberryCommandLines) ?? raspberryCommandLines[0];
  const setting = (name: string) =>
    [...files.text(path).matchAll(new RegExp(`^${name}=(\\S+)`, "gm"))].at(-1)?.[1];
  const folder = path.slice(0, path.lastIndexOf("/"));
  return `${folder}/${setting("os_prefix") ?? ""}${setting("cmdline") ?? "cmdline.txt"}`;
}

function refindLine(files: BootFiles): KernelLineSource {
  const stanzas = files.firstOf(refindConfigurations);
  return stanzas === null || files.has("boot/refind_linux.conf")
    ? edited("refind-linux", "/boot/refind_linux.conf", null)
    : edited("refind-conf", `/${stanzas}`, "options");
}

/** Where a tool makes limine.conf, that is written over at each update. */
function limineLine(files: BootFiles): KernelLineSource {
  const tools = ["limine-mkinitcpio", "limine-update"];
  const isMade = files.firstOf(limineConfigurations) === null && files.has("etc/default/limine");
  const tool = tools.find((name) => files.hasProgram(name)) ?? (isMade ? tools[0] : undefined);
  if (tool !== undefined) {
    const holds = (text: string) => /^\s*KERNEL_CMDLINE\[["']?default["']?\]\+?=/m.test(text);
    const holder = files.limineSettings().findLast(({ text }) => holds(text));
    const file = `/${holder?.path ?? "etc/default/limine"}`;
    return { ...edited("limine-default", file, "KERNEL_CMDLINE[default]"), regenerate: [once(tool)] };
  }
  const file = files.firstOf(limineConfigurations) ?? "boot/limine.conf";
  return edited("limine-conf", `/${file}`, "cmdline");
}

/** u-boot-menu (Debian) and update-extlinux (Alpine) make the file of their own settings. */
function extlinuxLine(files: BootFiles): KernelLineSource {
  if (files.hasProgram("u-boot-update")) {
    const source = edited("shell-variable", "/etc/default/u-boot", "U_BOOT_PARAMETERS");
    return { ...source, regenerate: [once("u-boot-update")] };
  }
  if (files.has("etc/update-extlinux.conf")) {
    const source = edited("shell-variable", "/etc/update-extlinux.conf", "default_kernel_opts");
    return { ...source, regenerate: [once("update-extlinux")] };
  }
  const isAlpines = !files.has("boot/extlinux/extlinux.conf") && files.has("boot/extlinux.conf");
  return edited("extlinux", isAlpines ? "/boot/extlinux.conf" : "/boot/extlinux/extlinux.conf", "append");
}
