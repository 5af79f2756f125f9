import { execFile } from "node:child_process";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { uncompressedKernel } from "@/e2e/guest/kernel";
import type { LabDisk } from "@/e2e/lab/topology/emulated-machine";
import { labMachines } from "@/e2e/lab/topology/machines";
import { placeFunctions } from "@/e2e/lab/topology/placement";
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

/** Makes all images in `folder`, from a tree of `makeTree`. */
export async function makeImages(tree: string, folder: string): Promise<LabImages> {
  const images = imagesIn(folder);
  const release = await kernelRelease(tree);
  const kernel = await uncompressedKernel(join(tree, "boot", `vmlinuz-${release}`));
  await writeFile(images.kernel, kernel);
  await writeFile(images.initrd, await hostInitramfs(tree, release));
  const furnished = join(folder, "tree");
  await cloneTree(tree, furnished);
  const guestInit = join(folder, "guest-init");
  await compile("guest-init.c", guestInit, "-static", "-s");
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
