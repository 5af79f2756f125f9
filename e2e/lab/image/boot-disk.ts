import { spawn } from "node:child_process";
import { once } from "node:events";
import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFileSystemAt } from "./disks";

const sectorBytes = 512;
const mebibyte = 1024 ** 2;
/** One for what GRUB can't put before the first partition of a GPT, one for UEFI. */
const biosMebibytes = 1;
const efiMebibytes = 160;
const rootAt = 1 + biosMebibytes + efiMebibytes;

/** A disk as an installer would make it, with a GPT and a root file system of `tree`; no loader is on it yet. */
export async function makeBootDisk(file: string, tree: string, rootMebibytes: number): Promise<void> {
  await writeFile(file, "");
  // The table's copy takes the last of it.
  await truncate(file, (rootAt + rootMebibytes + 1) * mebibyte);
  await partition(file, tree);
  await makeFileSystemAt(file, rootAt * mebibyte, "lab-root", rootMebibytes, tree);
}

/** By the tree's own sfdisk(8), as the builder's machine need not have it. */
async function partition(file: string, tree: string): Promise<void> {
  const sectors = (mebibytes: number) => (mebibytes * mebibyte) / sectorBytes;
  const table = [
    "label: gpt",
    `start=${sectors(1)}, size=${sectors(biosMebibytes)}, type=21686148-6449-6E6F-744E-656564454649`,
    `start=${sectors(1 + biosMebibytes)}, size=${sectors(efiMebibytes)}, type=U, name=esp`,
    `start=${sectors(rootAt)}, type=L`,
  ].join("\n");
  const libraries = ["usr/lib/x86_64-linux-gnu", "lib/x86_64-linux-gnu"].map((path) => join(tree, path));
  const loader = join(tree, "usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2");
  const words = ["--library-path", libraries.join(":"), join(tree, "usr/sbin/sfdisk"), "--quiet", file];
  const child = spawn(loader, words, { stdio: ["pipe", "inherit", "inherit"] });
  child.stdin.end(`${table}\n`);
  const [status] = await once(child, "exit");
  if (status !== 0) throw new Error(`sfdisk could not partition ${file}`);
}
