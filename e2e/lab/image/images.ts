import { execFile } from "node:child_process";
import { copyFile, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { uncompressedKernel } from "@/e2e/guest/kernel";
import type { DiskLoader, LabDisk } from "@/e2e/lab/topology/emulated-machine";
import { labMachines } from "@/e2e/lab/topology/machines";
import { placeFunctions } from "@/e2e/lab/topology/placement";
import { makeBootDisk } from "./boot-disk";
import { furnishForBoot } from "./boot-tree";
import { buildDebianTree } from "./debian-tree";
import { makeFileSystem, makeFreeDisk } from "./disks";
import { guestInitramfs, hostInitramfs } from "./initramfs";
import { uefiRom } from "./rom";
import { cloneTree, furnishTree } from "./root-tree";

const run = promisify(execFile);

/** Files that an emulated host boots from; all in one folder. */
export interface LabImages {
  kernel: string;
  initrd: string;
  disks: Readonly<Record<LabDisk, string>>;
  /** In place of the root disk, of hosts that boot by themselves; each is made when it is first needed. */
  bootDisks: Readonly<Record<DiskLoader, string>>;
  /** UEFI and its variables. */
  firmware: { code: string; variables: string };
  /** By a GPU's ID: its ROM with a UEFI part alone. */
  roms: Readonly<Record<string, string>>;
  /** The library to preload into QEMU, see pci-models.c. */
  models: string;
}

const rootMebibytes = 3072;

export function imagesIn(folder: string): LabImages {
  return {
    kernel: join(folder, "vmlinux"),
    initrd: join(folder, "initrd.img"),
    disks: {
      root: join(folder, "root.img"),
      free: join(folder, "free.img"),
      "vm-images": join(folder, "vm-images.img"),
    },
    bootDisks: { grub: join(folder, "grub.img"), "systemd-boot": join(folder, "systemd-boot.img") },
    firmware: { code: join(folder, "OVMF_CODE_4M.fd"), variables: join(folder, "OVMF_VARS_4M.fd") },
    roms: Object.fromEntries(
      gpusWithUefiRom().map((id) => [id, join(folder, `${id.replace(":", "-")}.rom`)]),
    ),
    models: join(folder, "pci-models.so"),
  };
}

/** The Debian that all images are made from, as a folder; made whole or not at all. */
export async function makeTree(tree: string): Promise<void> {
  const unfinished = `${tree}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  try {
    await buildDebianTree(unfinished);
    await rename(unfinished, tree);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Makes the disk of a host that boots by itself, but for its loader: that is put there by its first boot. */
export async function makeDiskFor(loader: DiskLoader, tree: string, folder: string): Promise<string> {
  const file = imagesIn(folder).bootDisks[loader];
  const furnished = join(folder, "tree");
  await cloneTree(tree, furnished);
  await furnishTree(furnished, null);
  await furnishForBoot(furnished, loader);
  await makeBootDisk(file, furnished, rootMebibytes);
  await rm(furnished, { recursive: true });
  return file;
}

/** Makes all images in `folder`, from a tree of `makeTree`. */
export async function makeImages(tree: string, folder: string): Promise<LabImages> {
  const images = imagesIn(folder);
  const release = await kernelRelease(tree);
  const kernel = await uncompressedKernel(join(tree, "boot", `vmlinuz-${release}`));
  await writeFile(images.kernel, kernel);
  await writeFile(images.initrd, await hostInitramfs(tree, release));
  for (const file of Object.values(images.firmware))
    await copyFile(join(tree, "usr/share/OVMF", basename(file)), file);
  const guestInit = join(folder, "guest-init");
  await compile("guest-init.c", guestInit, "-static", "-s");
  const furnished = join(folder, "tree");
  await cloneTree(tree, furnished);
  await furnishTree(furnished, { kernel, initrd: await guestInitramfs(tree, release, guestInit) });
  await makeFileSystem(images.disks.root, "lab-root", rootMebibytes, furnished);
  await rm(furnished, { recursive: true });
  await makeFileSystem(images.disks["vm-images"], "vm-images", 16);
  await makeFreeDisk(images.disks.free);
  for (const [id, file] of Object.entries(images.roms)) await writeFile(file, uefiRom(id));
  await compile("pci-models.c", images.models, "-shared", "-fPIC", "-ldl");
  return images;
}

function gpusWithUefiRom(): string[] {
  const functions = Object.values(labMachines).flatMap((machine) => placeFunctions(machine));
  const ids = functions.flatMap(({ function: { rom, identity } }) =>
    rom === "uefi" && identity ? [identity.id] : [],
  );
  return [...new Set(ids)];
}

async function kernelRelease(tree: string): Promise<string> {
  const [release] = await readdir(join(tree, "lib/modules"));
  if (release === undefined) throw new Error(`no kernel in ${tree}`);
  return release;
}

async function compile(name: string, output: string, ...options: string[]): Promise<void> {
  const source = fileURLToPath(new URL(name, import.meta.url));
  await run("gcc", ["-O2", "-Wall", "-Wextra", "-Werror", "-o", output, source, ...options]);
}
