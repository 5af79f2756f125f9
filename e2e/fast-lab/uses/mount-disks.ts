import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { block } from "@/e2e/hosts/busy-host";
import type { TreeEntry } from "@/server/host/tree-entries";
import type { FastLab } from "../fast-lab";
import { renameBtrfs } from "./btrfs-identity";
import { Keeper, type KeeperProgram, runInside } from "./inside";
import { attachLoop, type LoopDisk } from "./loop-disks";
import { place } from "./places";

const run = promisify(execFile);
/**
 * Small file systems, sparse, as these make them: mkfs.ext4, mkfs.xfs --unsupported, mkfs.btrfs -d raid1 -m raid1,
 * mksquashfs, mkfs.erofs. Most machines have only the first of the five.
 */
const archive = fileURLToPath(new URL("images.tar.gz", import.meta.url));

/** Where each disk stands in sysfs. Its numbers are those of a loop device, which is what the real kernel mounts. */
const disks = {
  nvme: (name: string) => `${place.nvme}/nvme/nvme0/nvme0n1/${name}`,
  sata: (name: string) => `${place.sata}/ata1/host0/target0:0:0/0:0:0:0/block/${name.slice(0, 3)}/${name}`,
  virtual: (name: string) => `sys/devices/virtual/block/${name}`,
};

/** Disks of the fast layer's host that its real kernel mounts, swaps to and reads. */
export class Disks {
  readonly #keepers: Keeper[] = [];
  readonly #loops: LoopDisk[] = [];

  private constructor(
    readonly lab: FastLab,
    readonly folder: string,
  ) {}

  static async of(lab: FastLab): Promise<Disks> {
    const folder = join(lab.folder, "disks");
    await mkdir(folder);
    await run("tar", ["--extract", "--gzip", "--file", archive, "--directory", folder]);
    const uuid = randomUUID();
    for (const image of ["btrfs-a.img", "btrfs-b.img"]) await renameBtrfs(join(folder, image), uuid);
    await lab.addToSysfs([
      { kind: "folder", path: `sys/fs/btrfs/${uuid}/devices/nvme0n1p3` },
      { kind: "folder", path: `sys/fs/btrfs/${uuid}/devices/sda1` },
    ]);
    return new Disks(lab, folder);
  }

  /** An image of the archive. */
  image(name: string): string {
    return join(this.folder, `${name}.img`);
  }

  /** A new file that holds the same as an image. */
  async copy(name: string, of: string): Promise<string> {
    const path = join(this.folder, name);
    await copyFile(this.image(of), path);
    return path;
  }

  /** Makes a disk of a file. Resolves to its node. */
  async add(
    on: keyof typeof disks,
    name: string,
    image: string,
    attributes: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    // The file may stand where only the lab has something mounted.
    const loop = await attachLoop(`/proc/${this.lab.libvirtd.namespace.pid}/root${image}`);
    this.#loops.push(loop);
    const node = `/dev/${name}`;
    await this.lab.addToSysfs(
      block(name, disks[on](name), { dev: loop.numbers, size: "2048", ...attributes }),
    );
    await runInside(this.lab, "mknod", "--mode=600", node, "b", ...loop.numbers.split(":"));
    return node;
  }

  /** Adds an entry below sys/fs, by which drivers of file systems tell what is mounted. */
  async driverHas(fileSystem: string, ...names: readonly string[]): Promise<void> {
    await this.lab.addToSysfs(
      names.map((name): TreeEntry => ({ kind: "folder", path: `sys/fs/${fileSystem}/${name}` })),
    );
  }

  async place(name: string): Promise<string> {
    const path = join(this.folder, "at", name);
    await mkdir(path, { recursive: true });
    return path;
  }

  async mount(name: string, node: string, ...words: readonly string[]): Promise<string> {
    const at = await this.place(name);
    await runInside(this.lab, "mount", "--no-mtab", ...words, node, at);
    return at;
  }

  /** Shows a folder as the lower one of an overlay. */
  async overlay(name: string, lower: string): Promise<void> {
    const words = [
      "--types",
      "overlay",
      "--options",
      `lowerdir=${lower}:${await this.place(`${name}-more`)}`,
    ];
    await this.mount(name, "overlay", ...words);
  }

  async inside(command: string, ...words: readonly string[]): Promise<void> {
    await runInside(this.lab, command, ...words);
  }

  async keep(program: KeeperProgram, ...words: readonly string[]): Promise<Keeper> {
    const keeper = await Keeper.start(this.lab, program, ...words);
    this.#keepers.push(keeper);
    return keeper;
  }

  /** Leaves the loop devices to what uses them: they end with it, however the test ends. */
  async leaveToUsers(): Promise<void> {
    for (const loop of this.#loops.splice(0)) await loop.release();
  }

  async end(): Promise<void> {
    for (const keeper of this.#keepers) await keeper.end();
    await this.leaveToUsers();
  }
}
