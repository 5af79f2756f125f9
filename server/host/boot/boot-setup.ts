/** What starts the kernel: "uki" and "efistub" are images that the firmware starts by itself. */
export const bootLoaders = [
  "grub",
  "systemd-boot",
  "refind",
  "limine",
  "extlinux",
  "syslinux",
  "lilo",
  "elilo",
  "raspberry-pi",
  "uki",
  "efistub",
] as const;
export type BootLoader = (typeof bootLoaders)[number];

export type InitramfsTool = "initramfs-tools" | "dracut" | "mkinitcpio" | "booster" | "mkinitfs";

/** A command to run as root. With `forEachKernel` it is run once for every installed kernel, "VERSION" being its release. */
export interface BootCommand {
  words: readonly string[];
  forEachKernel: boolean;
}

/** How a file holds the kernel's parameters; what edits it has to know this. */
export type KernelLineFormat =
  /** Shell variables that grub-mkconfig reads. */
  | "grub-default"
  /** Boot loader specification entries, a line `options` each. */
  | "entries"
  /** The line alone, with nothing around it: /etc/kernel/cmdline, /etc/cmdline.d. */
  | "plain"
  /** As "plain", and a Raspberry Pi's firmware reads the first line alone. */
  | "cmdline-txt"
  /** As "plain", and only the first line counts. */
  | "first-line"
  /** `Cmdline=` of ukify's uki.conf. */
  | "uki-conf"
  /** `kernel_cmdline=` of dracut.conf. */
  | "dracut-conf"
  /** JSON; `user.kernel_options`. */
  | "kernelstub"
  /** Shell: `KERNEL_CMDLINE[default]+=`. */
  | "limine-default"
  /** `cmdline:` of each entry. */
  | "limine-conf"
  /** `"title" "parameters"` of each line. */
  | "refind-linux"
  /** `options` of each stanza. */
  | "refind-conf"
  /** `APPEND` of each label. */
  | "extlinux"
  /** A shell variable of a generator of extlinux.conf. */
  | "shell-variable"
  /** `append=` of lilo.conf and elilo.conf. */
  | "lilo"
  /** A deployment of ostree: no file is edited. */
  | "deployment"
  /** kargs.d of the image that bootc deploys: TOML. */
  | "bootc-kargs"
  /** `boot.kernelParams`; edited by its owner alone. */
  | "nixos"
  /** A {@link ManagedSystem} makes it of its own settings, or of an image. */
  | "managed"
  /** A Boot#### variable of the firmware. */
  | "efi-entry";

/** The program by which a kernel line is changed, where one must not edit its file by hand. */
export type KernelLineEditor = "grubby" | "rpm-ostree" | "kernelstub" | "efibootmgr";

/** Words that go onto the kernel's line and off it. */
export interface LineWords {
  added: readonly string[];
  removed: readonly string[];
}

/** A system that makes its boot entries of settings of its own, or of an image: none of the usual files counts there. */
export interface ManagedSystem {
  name: string;
  /** Why no file is edited, behind the name: "makes its boot entries of its configuration". */
  why: string;
  /** How its kernel line is changed, in the imperative and without a full stop. */
  changeLine(words: LineWords): string;
  /** How a device is kept for VMs at boot, likewise; null where nothing but the kernel line is known. */
  reserve: string | null;
}

/** Where the kernel's parameters are kept for the next boots, and what carries a change into what boots. */
export interface KernelLineSource {
  format: KernelLineFormat;
  /** The file, or files with a pattern, with a leading slash; "" where no file is edited. */
  file: string;
  /** Of a file that has more than the line: the variable or keyword that holds it. */
  field: string | null;
  editor: KernelLineEditor | null;
  regenerate: readonly BootCommand[];
  /** Of the format "managed". */
  system?: ManagedSystem;
}

/** How a host boots: the loader in charge, where its kernel line is kept, and what builds its initial RAM disk. */
export interface BootSetup {
  /** null where nothing tells. */
  loader: BootLoader | null;
  /** null where nothing tells. */
  line: KernelLineSource | null;
  /** null where nothing tells, or the distribution's own image has it. */
  initramfs: InitramfsTool | null;
  /** Builds the initial RAM disks of all kernels anew; none where nobody can, or the kernel line's commands do. */
  rebuildInitramfs: readonly BootCommand[];
  /** Why it was concluded, the most telling sign first. */
  evidence: readonly string[];
}

export function once(...words: string[]): BootCommand {
  return { words, forEachKernel: false };
}
