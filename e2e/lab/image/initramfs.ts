import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CpioEntry, cpioArchive } from "@/e2e/guest/cpio";
import { KernelModules } from "./kernel-modules";

const folders = ["bin", "dev", "etc", "lib", "lib/modules", "proc", "root", "sys"];

/** By the list that host-init.sh and guest-init.sh load. */
const hostModules = { "etc/modules": ["nvme", "ext4", "crc32c_generic"] };
const guestModules = {
  "etc/modules-graphics": ["bochs"],
  "etc/modules-sound": ["snd_hda_codec_generic", "snd_hda_intel"],
  "etc/modules-usb": ["xhci_pci"],
  "etc/modules-disk": ["nvme"],
  "etc/modules-power": ["evdev", "button"],
};

/** What the emulated host boots from until it has its root file system. */
export function hostInitramfs(tree: string, release: string): Promise<Buffer> {
  return initramfs(tree, release, "host-init.sh", hostModules);
}

/** The whole inner guest. */
export function guestInitramfs(tree: string, release: string): Promise<Buffer> {
  return initramfs(tree, release, "guest-init.sh", guestModules);
}

async function initramfs(
  tree: string,
  release: string,
  script: string,
  lists: Readonly<Record<string, readonly string[]>>,
): Promise<Buffer> {
  const modules = await KernelModules.of(join(tree, "lib/modules", release));
  const entries = await Promise.all(
    Object.entries(lists).map(([list, names]) => modules.asEntries(list, names)),
  );
  return cpioArchive([
    ...folders.map((path): CpioEntry => ({ path, mode: 0o040755, content: Buffer.alloc(0) })),
    await program("init", fileURLToPath(new URL(script, import.meta.url))),
    await program("bin/busybox", join(tree, "bin/busybox")),
    ...entries.flat(),
  ]);
}

async function program(path: string, source: string): Promise<CpioEntry> {
  return { path, mode: 0o100755, content: await readFile(source) };
}
