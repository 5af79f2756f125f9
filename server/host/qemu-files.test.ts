import { chmod, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { localQemuFiles } from "./qemu-files";

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "passdeck-qemu-files-"));
  folder = join(parent, "state-roms");
});
afterEach(() => rm(parent, { recursive: true }));

const bytes = new Uint8Array([1, 2, 3]);

test("a file is kept, read and removed", async () => {
  const files = localQemuFiles(folder);
  expect(await files.names()).toEqual([]);
  await files.write("card.rom", bytes);
  expect(await files.names()).toEqual(["card.rom"]);
  expect(new Uint8Array((await files.read("card.rom")) ?? [])).toEqual(bytes);
  await files.remove("card.rom");
  expect(await files.read("card.rom")).toBeNull();
});

test("nothing is written through a link that somebody put in the folder's place", async () => {
  const elsewhere = join(parent, "elsewhere");
  await mkdir(elsewhere);
  await symlink(elsewhere, folder);
  await expect(localQemuFiles(folder).write("card.rom", bytes)).rejects.toMatchObject({ code: "conflict" });
  expect(await readdir(elsewhere)).toEqual([]);
});

test("nothing is written into a folder that others may write to", async () => {
  await mkdir(folder);
  await chmod(folder, 0o777);
  await expect(localQemuFiles(folder).write("card.rom", bytes)).rejects.toMatchObject({ code: "conflict" });
  expect(await readdir(folder)).toEqual([]);
});
