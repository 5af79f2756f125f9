import { execFile } from "node:child_process";
import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { DeviceUseKind } from "@/server/pci/facts.schema";
import type { Disks } from "./mount-disks";
import { addressAt, place } from "./places";

const run = promisify(execFile);
const nvme = addressAt(place.nvme);
const sata = addressAt(place.sata);

/** What Passdeck has to say of a device. */
export interface ExpectedUse {
  address: string;
  kind: DeviceUseKind;
  detail: string;
}

interface MountCase {
  what: string;
  /** Has the kernel use a disk so. Resolves to what is to be said of it. */
  use(disks: Disks): Promise<ExpectedUse[]>;
}

/** Each way in which the machine's kernel can use a disk; it has no RAID, no device mapper and no ZFS. */
export const mountCases: readonly MountCase[] = [
  { what: "ext4, with a bind mount, an overlay and the image of a disk on it", use: onExt4 },
  { what: "the image of a disk in memory, which is on no device", use: inMemory },
  { what: "XFS", use: (disks) => plain(disks, "xfs", "nvme0n1p2") },
  { what: "Btrfs on two devices", use: onBtrfs },
  { what: "squashfs", use: (disks) => plain(disks, "squashfs", "nvme0n1p4") },
  { what: "EROFS", use: (disks) => plain(disks, "erofs", "nvme0n1p5") },
  { what: "a file system of FUSE that keeps its disk", use: onFuse },
  { what: "mounts other than the host's own", use: apart },
  { what: "an overlay whose lower file system is in no mount table", use: hidden },
  { what: "swap", use: swapping },
  { what: "a process that reads a disk as a whole", use: reading },
];

function fileSystem(address: string, detail: string): ExpectedUse {
  return { address, kind: "file-system", detail };
}

async function plain(disks: Disks, image: string, name: string): Promise<ExpectedUse[]> {
  const at = await disks.mount(image, await disks.add("nvme", name, disks.image(image)));
  await disks.driverHas(image, name);
  return [fileSystem(nvme, `${at} on ${name}`)];
}

async function onExt4(disks: Disks): Promise<ExpectedUse[]> {
  const node = await disks.add("nvme", "nvme0n1p1", await disks.copy("ext4-plain", "ext4"));
  const at = await disks.mount("ext4", node);
  await disks.driverHas("ext4", "nvme0n1p1");
  const bound = await disks.mount("ext4-bound", at, "--bind");
  await disks.overlay("ext4-below", bound);
  await mountImageIn(disks, at, "loop8");
  return [fileSystem(nvme, `${at}, ${bound} on nvme0n1p1`)];
}

async function inMemory(disks: Disks): Promise<ExpectedUse[]> {
  const at = await disks.mount("memory", "tmpfs", "--types", "tmpfs");
  await mountImageIn(disks, at, "loop9");
  return [];
}

async function mountImageIn(disks: Disks, folder: string, name: string): Promise<void> {
  const image = join(folder, "image");
  await disks.inside("cp", disks.image("squashfs"), image);
  await disks.mount(name, await disks.add("virtual", name, image, { "loop/backing_file": image }));
}

async function onBtrfs(disks: Disks): Promise<ExpectedUse[]> {
  const first = await disks.add("nvme", "nvme0n1p3", disks.image("btrfs-a"));
  const second = await disks.add("sata", "sda1", disks.image("btrfs-b"));
  const at = await disks.mount("btrfs", first, "--options", `device=${second}`);
  return [fileSystem(nvme, `${at} on nvme0n1p3`), fileSystem(sata, `${at} on sda1`)];
}

/** As NTFS-3G's. */
async function onFuse(disks: Disks): Promise<ExpectedUse[]> {
  const node = await disks.add("nvme", "nvme0n1p6", await disks.copy("fuse", "ext4"));
  const at = await disks.place("fuse");
  await disks.keep("fuse", node, at);
  return [fileSystem(nvme, `${at} on nvme0n1p6`)];
}

/** As a container's, or a service's with PrivateMounts. */
async function apart(disks: Disks): Promise<ExpectedUse[]> {
  const node = await disks.add("nvme", "nvme0n1p7", await disks.copy("ext4-apart", "ext4"));
  const at = await disks.place("apart");
  const { pid } = await disks.keep("mountApart", node, at);
  await disks.driverHas("ext4", "nvme0n1p7");
  return [fileSystem(nvme, `${at} (of process ${pid}) on nvme0n1p7`)];
}

/** What an overlay is made of may be unmounted: the overlay has mounts of its own, which nobody sees. */
async function hidden(disks: Disks): Promise<ExpectedUse[]> {
  const node = await disks.add("nvme", "nvme0n1p8", await disks.copy("ext4-hidden", "ext4"));
  const at = await disks.mount("hidden", node);
  await disks.driverHas("ext4", "nvme0n1p8");
  await disks.overlay("hidden-below", at);
  await disks.inside("umount", "--no-mtab", at);
  return [fileSystem(nvme, "a mounted file system on nvme0n1p8")];
}

async function swapping(disks: Disks): Promise<ExpectedUse[]> {
  const image = join(disks.folder, "swap");
  await writeFile(image, "");
  await truncate(image, 1 << 20);
  await run("mkswap", [image]);
  const node = await disks.add("nvme", "nvme0n1p9", image);
  await disks.keep("swap", node);
  return [{ address: nvme, kind: "swap", detail: "swap on nvme0n1p9" }];
}

async function reading(disks: Disks): Promise<ExpectedUse[]> {
  const node = await disks.add("sata", "sdb", await disks.copy("raw", "ext4"));
  const { pid } = await disks.keep("nodes", "reads-a-disk", `b:0:0:${node}`);
  return [{ address: sata, kind: "process", detail: `reads-a-disk (process ${pid}) has ${node} open` }];
}
