import type { DistributionFamily } from "./distribution";

/** What decides how a host is told to change something. */
export interface Setup {
  family: DistributionFamily | null;
  /** As in the host's facts: "grub", "systemd-boot" … */
  bootLoader: string | null;
  initramfs: string | null;
  /** The kernel's command line is kept in /etc/kernel/cmdline (kernel-install(8), proxmox-boot-tool). */
  hasKernelCommandLineFile: boolean;
}

/** How to add a parameter to the kernel's command line on this host; ends with the reboot that it takes. */
export function addKernelParameter(parameter: string, setup: Setup): string {
  return `${commandLineChange(`Append ${parameter} to`, parameter, setup)}, then reboot.`;
}

/** How to take a parameter off the kernel's command line. */
export function removeKernelParameter(parameter: string, setup: Setup): string {
  const place = commandLineChange(`Remove ${parameter} from`, null, setup);
  return `${place}, then reboot.`;
}

/**
 * @param words "Append x to", "Remove x from"
 * @param added The parameter, where a command can add it.
 */
function commandLineChange(words: string, added: string | null, setup: Setup): string {
  const { family, bootLoader } = setup;
  if (family === "nixos")
    return `${words} boot.kernelParams in configuration.nix and run “nixos-rebuild boot”`;
  if (family === "pop" && added !== null) return `Run “kernelstub -a ${added}”`;
  if (bootLoader === "grub") return grubChange(words, added, family);
  if (family === "proxmox") return `${words} /etc/kernel/cmdline and run “proxmox-boot-tool refresh”`;
  if (bootLoader === "systemd-boot") return systemdBootChange(words, setup);
  if (bootLoader === "refind") return `${words} each line's options in /boot/refind_linux.conf`;
  if (bootLoader === "limine") return `${words} the cmdline lines in /boot/limine.conf`;
  if (bootLoader === "extlinux") return `${words} the APPEND lines in /boot/extlinux/extlinux.conf`;
  return `${words} the kernel command line in the boot loader's configuration`;
}

function grubChange(words: string, added: string | null, family: DistributionFamily | null): string {
  if (family === "fedora" && added !== null) return `Run “grubby --update-kernel=ALL --args=${added}”`;
  const rebuild =
    family === "debian" || family === "proxmox" || family === "pop"
      ? "update-grub"
      : family === "suse" || family === "fedora"
        ? "grub2-mkconfig -o /boot/grub2/grub.cfg"
        : "grub-mkconfig -o /boot/grub/grub.cfg";
  return `${words} GRUB_CMDLINE_LINUX_DEFAULT in /etc/default/grub and run “${rebuild}”`;
}

function systemdBootChange(words: string, { family, hasKernelCommandLineFile }: Setup): string {
  if (!hasKernelCommandLineFile) return `${words} the options line of the entry in /boot/loader/entries`;
  const rebuild = family === "arch" ? "mkinitcpio -P" : "kernel-install add-all";
  return `${words} /etc/kernel/cmdline and run “${rebuild}”`;
}

const rebuildCommands: Readonly<Record<string, string>> = {
  "initramfs-tools": "update-initramfs -u",
  dracut: "dracut --force",
  mkinitcpio: "mkinitcpio -P",
  booster: "/usr/lib/booster/regenerate_images",
};

/** How to make the initial RAM disk anew, as half a sentence; null where no tool for it is known. */
export function rebuildInitramfs({ family, initramfs }: Setup): string | null {
  if (family === "nixos") return "run “nixos-rebuild boot”";
  const command = rebuildCommands[initramfs ?? ""];
  return command === undefined ? null : `run “${command}”`;
}

/** How each family installs packages, before their names. */
const installCommands: Readonly<Record<DistributionFamily, string | null>> = {
  debian: "apt install",
  proxmox: "apt install",
  pop: "apt install",
  fedora: "dnf install",
  arch: "pacman -S",
  suse: "zypper install",
  gentoo: "emerge",
  alpine: "apk add",
  nixos: null,
};

/**
 * How to install something.
 * @param packages Its packages by family.
 * @param otherwise What to say where the family is unknown or has no such package.
 */
export function install(
  packages: Readonly<Partial<Record<DistributionFamily, string>>>,
  otherwise: string,
  { family }: Setup,
): string {
  if (family === null) return otherwise;
  const [command, names] = [installCommands[family], packages[family]];
  return command === null || names === undefined ? otherwise : `Run “${command} ${names}”.`;
}
