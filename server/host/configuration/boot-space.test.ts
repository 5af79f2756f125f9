import { mkdirSync, statfsSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../tree.test-data";
import { readBootSpace } from "./boot-space";

test("finds the images of each file system once, links not followed, with the room on it", async () => {
  const root = temporaryFolder();
  const images = [
    "boot/initrd.img-6.1.0",
    "boot/initramfs-linux.img",
    "boot/efi/EFI/Linux/arch.efi",
    "boot/efi/0123/6.12.0/initrd",
  ];
  for (const path of [...images, "boot/vmlinuz-6.1.0", "boot/grub/grub.cfg"]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), "12345");
  }
  symlinkSync("initrd.img-6.1.0", join(root, "boot/initrd.img"));
  const found = await readBootSpace(root);
  expect(found.map(({ folder }) => folder)).toEqual(["boot"]);
  expect(found[0]?.images.map(({ path }) => path).sort()).toEqual(images.sort());
  expect(found[0]?.images.every(({ bytes }) => bytes === 5)).toBe(true);
  const { blocks, bsize } = statfsSync(root);
  expect(found[0]?.freeBytes).toBeGreaterThan(0);
  expect(found[0]?.freeBytes).toBeLessThan(blocks * bsize);
  expect(await readBootSpace(temporaryFolder())).toEqual([]);
});
