import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CpioEntry, cpioArchive } from "@/e2e/guest/cpio";
import { KernelModules } from "./kernel-modules";

const folders = ["bin", "dev", "etc", "lib", "lib/modules", "proc", "root", "sys"];

/** By the list that host-init.sh and guest-init.c load. */
const hostModules = { "etc/modules": ["nvme", "ext4", "crc32c_generic"] };
const guestModules = {
  "etc/modules-graphics": ["bochs"],
  "etc/modules-sound": ["snd_hda_codec_generic", "snd_hda_intel"],
  "etc/modules-usb": ["xhci_pci"],
  "etc/modules-disk": ["nvme"],
  "etc/modules-power": ["evdev", "button"],
};

/** What the emulated host boots from until it has its root file system. */
export async function hostInitramfs(tree: string, release: string): Promise<Buffer> {
  const script = fileURLToPath(new URL("host-init.sh", import.meta.url));
  const programs = [program("init", script), program("bin/busybox", join(tree, "bin/busybox"))];
  return initramfs(tree, release, programs, hostModules);
}

/**
 * The whole inner guest.
 * @param init its only program
 */
export function guestInitramfs(tree: string, release: string, init: string): Promise<Buffer> {
  return initramfs(tree, release, [program("init", init)], guestModules);
}

async function initramfs(
  tree: string,
  release: string,
  programs: readonly Promise<CpioEntry>[],
  lists: Readonly<Record<string, readonly string[]>>,
): Promise<Buffer> {
  const modules = await KernelModules.of(join(tree, "lib/modules", release));
  const entries = await Promise.all(
    Object.entries(lists).map(([list, names]) => modules.asEntries(list, names)),
  );
  return cpioArchive([
    ...folders.map((path): CpioEntry => ({ path, mode: 0o040755, content: Buffer.alloc(0) })),
    ...(await Promise.all(programs)),
    ...entries.flat(),
  ]);
}

async function program(path: string, source: string): Promise<CpioEntry> {
  return { path, mode: 0o100755, content: await readFile(source) };
}
