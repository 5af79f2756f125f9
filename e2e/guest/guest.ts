import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withSetupLock } from "../../server/setup/lock.mjs";
import { firstDependency, unpackDebianPackage, updatePackageLists } from "./debian-package";
import { guestInitramfs, guestModules } from "./initramfs";
import { findKernel, uncompressedKernel } from "./kernel";

/** What a VM needs to boot the test guest without a disk. */
export interface Guest {
  /** Path of an uncompressed x86-64 kernel, started by its PVH entry. */
  kernel: string;
  initrd: string;
  commandLine: string;
}

/** The last line of the boot, after which the shell on ttyS0 reads. */
export const guestReadyLine = "Passdeck test guest ready";

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const cache = here("../../.cache/guest");

// Without `quiet` the boot takes a second longer on an emulated serial port; a preset lpj saves the calibration.
const commandLine = "console=ttyS0 loglevel=5 lpj=4000000 cryptomgr.notests no_timer_check tsc=reliable";

/**
 * The small guest of the tests: Debian's kernel and busybox, booting to a root shell on the first serial port in
 * some two seconds, which obeys the power button. Built once into .cache/guest from Debian's packages (none is
 * installed), and anew when what goes in changes.
 */
export async function ensureGuest(): Promise<Guest> {
  const folder = join(cache, await fingerprint());
  const guest = { kernel: join(folder, "vmlinux"), initrd: join(folder, "initrd.img"), commandLine };
  // Test workers come here at once, and apt serves one at a time.
  if (!(await exists(guest.initrd))) await withSetupLock(() => ensureBuilt(folder));
  return guest;
}

async function ensureBuilt(folder: string): Promise<void> {
  if (await exists(folder)) return;
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, "work-"));
  try {
    await build(work);
    await rename(join(work, "guest"), folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function build(work: string): Promise<void> {
  await updatePackageLists();
  const kernelPackage = await firstDependency("linux-image-amd64");
  const modules = guestModules.map((path) => `./lib/modules/*/kernel/${path}`);
  await unpackDebianPackage(kernelPackage, ["./boot/vmlinuz-*", ...modules], work);
  await unpackDebianPackage("busybox-static", ["./bin/busybox"], work);
  const kernel = await findKernel(work);
  const initramfs = await guestInitramfs({
    busybox: join(work, "bin/busybox"),
    modules: kernel.modules,
    init: here("init.sh"),
  });
  const result = join(work, "guest");
  await mkdir(result, { mode: 0o755 });
  await writeFile(join(result, "vmlinux"), await uncompressedKernel(kernel.image), { mode: 0o644 });
  await writeFile(join(result, "initrd.img"), initramfs, { mode: 0o644 });
  // QEMU may run as a user of its own, whatever this process's umask was.
  await chmod(result, 0o755);
}

async function fingerprint(): Promise<string> {
  const sources = ["init.sh", "initramfs.ts", "cpio.ts", "kernel.ts"];
  const hash = createHash("sha256");
  for (const name of sources) hash.update(await readFile(here(name)));
  return hash.digest("hex").slice(0, 16);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
