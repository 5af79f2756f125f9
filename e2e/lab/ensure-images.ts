import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bootFirst } from "./host/first-boot";
import { hostPackages } from "./image/debian-tree";
import { imagesIn, type LabImages, makeDiskFor, makeImages, makeTree } from "./image/images";
import type { LabMachine } from "./topology/emulated-machine";
import { labMachines } from "./topology/machines";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
export const labCache = here("../../.cache/lab");

const treeKey = hashOf([process.arch, ...hostPackages]);
const tree = join(labCache, `tree-${treeKey}`);

/**
 * The images of the emulated hosts: built once into .cache/lab, and anew when what goes in changes. The Debian tree
 * that takes the most of the time is kept apart, so that a changed script does not cost it.
 * @param say told what is being done, where it takes time
 */
export async function ensureLabImages(say: (step: string) => void): Promise<LabImages> {
  const key = hashOf([treeKey, process.version, ...(await sources())]);
  const folder = join(labCache, `images-${key}`);
  if (existsSync(folder)) return imagesIn(folder);
  await mkdir(labCache, { recursive: true });
  await ensureTree(say);
  const work = await mkdtemp(join(labCache, "work-"));
  try {
    say("Building the emulated hosts' images");
    const images = await makeImages(tree, work);
    say("Booting once, for libvirt to look at its QEMU");
    await bootFirst(labMachines.none, images);
    await removeOld("images-");
    await putInPlace(work, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return imagesIn(folder);
}

/** As {@link ensureLabImages}, with the disk of a machine that boots by itself. */
export async function ensureImagesOf(machine: LabMachine, say: (step: string) => void): Promise<LabImages> {
  const images = await ensureLabImages(say);
  const { loader } = machine;
  if (loader === null || existsSync(images.bootDisks[loader])) return images;
  await ensureTree(say);
  const work = await mkdtemp(join(labCache, "work-"));
  try {
    say(`Making the disk of a host that boots by ${loader}, and booting it once to put that there`);
    const made = await makeDiskFor(loader, tree, work);
    await bootFirst(machine, { ...images, bootDisks: { ...images.bootDisks, [loader]: made } });
    await rename(made, images.bootDisks[loader]);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return images;
}

async function ensureTree(say: (step: string) => void): Promise<void> {
  if (existsSync(tree)) return;
  say("Building the emulated host's Debian");
  await removeOld("tree-");
  await makeTree(tree);
}

/** What was built of sources that have changed since. */
async function removeOld(prefix: string): Promise<void> {
  const old = (await readdir(labCache)).filter((name) => name.startsWith(prefix));
  for (const name of old) await rm(join(labCache, name), { recursive: true });
}

/** Two builders at once: whoever comes second finds the folder there, with the same content. */
async function putInPlace(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: unknown) => {
    if (!existsSync(to)) throw error;
  });
}

/** The text of everything below image/ and topology/, and of what it takes from the test guest. */
async function sources(): Promise<string[]> {
  const entries = (
    await Promise.all(
      ["image", "topology"].map((name) => readdir(here(name), { recursive: true, withFileTypes: true })),
    )
  ).flat();
  const own = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name));
  const shared = ["cpio.ts", "kernel.ts"].map((name) => here(`../guest/${name}`));
  return Promise.all([...own.toSorted(), ...shared].map((file) => readFile(file, "utf8")));
}

function hashOf(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length} ${part}`);
  return hash.digest("hex").slice(0, 16);
}
