import { execFile } from "node:child_process";
import { mkdir, mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeIso } from "../cloud-init/iso/write-iso";
import { findIsoFile, readLabel } from "./iso-files";
import type { ReadAt } from "./read-at";

const files: Readonly<Record<string, string>> = {
  "install.amd/vmlinuz": "the kernel",
  "install.amd/initrd.gz": "i".repeat(5000),
  "casper/initrd": "",
};
let folder: string;
let image: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "iso-"));
  const tree = join(folder, "tree");
  for (const [path, text] of Object.entries(files)) await write(join(tree, path), text);
  // A folder of more than one sector.
  for (let number = 0; number < 100; number += 1) await write(join(tree, `install.amd/f${number}.txt`), "");
  image = join(folder, "debian.iso");
  await promisify(execFile)("genisoimage", [
    "-quiet",
    "-r",
    "-J",
    "-V",
    "Debian 12.7.0 amd64 n",
    "-o",
    image,
    tree,
  ]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(path: string, text: string) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

const reading =
  (bytes: Uint8Array): ReadAt =>
  async (offset, length) =>
    bytes.subarray(offset, offset + length);
const readImage: ReadAt = async (offset, length) => {
  const file = await open(image);
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, offset);
  await file.close();
  return buffer.subarray(0, bytesRead);
};

describe("an ISO as publishers make them", () => {
  test("is known by its label", async () => {
    expect(await readLabel(readImage)).toBe("Debian 12.7.0 amd64 n");
  });

  test.each(Object.entries(files))("has %s where it is found", async (path, text) => {
    const found = await findIsoFile(readImage, path);
    expect(found?.bytes).toBe(text.length);
    if (found) expect(Buffer.from(await readImage(found.offset, found.bytes)).toString()).toBe(text);
  });

  test.each(["install.amd", "install.amd/none", "none/vmlinuz", "install.amd/vmlinuz/more", ""])(
    "has no file “%s”",
    async (path) => expect(await findIsoFile(readImage, path)).toBeNull(),
  );
});

test("one of our own is read as well", async () => {
  const read = reading(writeIso("OEMDRV", [{ name: "ks.cfg", content: Buffer.from("text\n") }]));
  expect(await readLabel(read)).toBe("OEMDRV");
});

test.each([[new Uint8Array()], [new Uint8Array(2 ** 16)], [new Uint8Array(2 ** 16).fill(255)]])(
  "what is no ISO has no label and no file",
  async (bytes) => {
    expect(await readLabel(reading(bytes))).toBeNull();
    expect(await findIsoFile(reading(bytes), "casper/vmlinuz")).toBeNull();
  },
);
