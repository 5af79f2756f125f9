import type { PrepareHost } from "../prepare-host";

/** What a trial has to know of a host besides what its plan does. */
export interface TrialHost extends PrepareHost {
  /** Of the running kernel: "6.1.0-57-amd64". */
  release: string;
  /** GRUB's menu as it boots by; null where there is none. */
  grub: GrubMenu | null;
  /** The entry that systemd-boot started, by its file's name; null where it does not say. */
  startedEntry: string | null;
  /** Names in /boot. */
  kernelFiles: readonly string[];
  /** Names in /boot/extlinux. */
  extlinuxFiles: readonly string[];
  /** config.txt and tryboot.txt of a Raspberry Pi; null where there is no config.txt. */
  firmware: { config: string; tryboot: string | null } | null;
}

export interface GrubMenu {
  /** "boot/grub" or "boot/grub2". */
  folder: string;
  /** grub.cfg. */
  text: string;
  /** custom.cfg; null where there is none. */
  custom: string | null;
  /** grubenv. */
  environment: string;
  /** What grub-probe says that the folder lies on; null where it says nothing. */
  storage: { fileSystem: string; abstraction: string } | null;
}
