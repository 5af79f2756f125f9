import { lstat, readdir, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { ifThere } from "../file-errors";

/** A file system that holds what the host boots. */
export interface BootSpace {
  /** Where it is mounted, or the folder in it: "boot/efi". Without a leading slash. */
  folder: string;
  /** What root may still write there, in bytes. */
  freeBytes: number;
  /** Initial RAM disks and unified kernel images on it. */
  images: { path: string; bytes: number }[];
}

const folders = ["boot", "efi", "boot/efi", "boot/firmware"] as const;
/** As the tools of the distributions name them. */
const imageName = /^(?:initrd|initramfs)|\.img(?:-|$)|\.efi$/i;
/** EFI/proxmox/VERSION/initrd.img-VERSION, or MACHINE-ID/VERSION/initrd. */
const deepest = 4;

/** How much room there is for what is made of a change, and how large what is there already is. Each file system once. */
export async function readBootSpace(root: string): Promise<BootSpace[]> {
  const found: BootSpace[] = [];
  const seen = new Set<number>();
  for (const folder of folders) {
    const path = join(root, folder);
    const device = (await ifThere(stat(path)))?.dev;
    if (device === undefined || seen.has(device)) continue;
    seen.add(device);
    const { bfree, bsize } = await statfs(path);
    found.push({
      folder,
      freeBytes: bfree * bsize,
      images: await imagesIn(root, folder, { device, depth: 1 }),
    });
  }
  return found;
}

async function imagesIn(
  root: string,
  folder: string,
  { device, depth }: { device: number; depth: number },
): Promise<BootSpace["images"]> {
  const images: BootSpace["images"] = [];
  for (const name of (await readdir(join(root, folder))).sort()) {
    const path = `${folder}/${name}`;
    const stats = await ifThere(lstat(join(root, path)));
    if (stats === null || stats.dev !== device) continue;
    if (stats.isDirectory() && depth < deepest)
      images.push(...(await imagesIn(root, path, { device, depth: depth + 1 })));
    if (stats.isFile() && imageName.test(name)) images.push({ path, bytes: stats.size });
  }
  return images;
}
