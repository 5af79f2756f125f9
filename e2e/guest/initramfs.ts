import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type CpioEntry, cpioArchive } from "./cpio";

/** Kernel modules below lib/modules/RELEASE/kernel, in the order of their loading. */
export const guestModules = [
  "drivers/virtio/virtio_ring.ko",
  "drivers/virtio/virtio.ko",
  "drivers/virtio/virtio_pci_legacy_dev.ko",
  "drivers/virtio/virtio_pci_modern_dev.ko",
  "drivers/virtio/virtio_pci.ko",
  "drivers/virtio/virtio_balloon.ko",
  "drivers/block/virtio_blk.ko",
  "drivers/char/virtio_console.ko",
  "net/core/failover.ko",
  "drivers/net/net_failover.ko",
  "drivers/net/virtio_net.ko",
  "drivers/input/evdev.ko",
  "drivers/acpi/button.ko",
];

const folders = ["bin", "dev", "etc", "lib", "lib/modules", "proc", "root", "run", "sys", "tmp"];

/** The guest's whole file system: busybox, some modules, and the script that is its first process. */
export async function guestInitramfs(parts: {
  busybox: string;
  modules: string;
  init: string;
}): Promise<Buffer> {
  const modules = await Promise.all(
    guestModules.map(async (path) =>
      file(`lib/modules/${basename(path)}`, await readFile(join(parts.modules, path))),
    ),
  );
  const moduleList = guestModules.map((path) => `${basename(path)}\n`).join("");
  return cpioArchive([
    ...folders.map((path): CpioEntry => ({ path, mode: 0o040755, content: Buffer.alloc(0) })),
    file("init", await readFile(parts.init), 0o755),
    file("bin/busybox", await readFile(parts.busybox), 0o755),
    file("etc/modules", Buffer.from(moduleList)),
    file("etc/passwd", Buffer.from("root::0:0:root:/root:/bin/sh\n")),
    ...modules,
  ]);
}

function file(path: string, content: Buffer, permissions = 0o644): CpioEntry {
  return { path, mode: 0o100000 | permissions, content };
}
