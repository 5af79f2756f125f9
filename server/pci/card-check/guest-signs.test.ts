import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { folderTree } from "../../host/folder-tree";
import { answersHost, readGuestSigns } from "./guest-signs";

const address = "0000:01:00.0";
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "passdeck-signs-"));
  await mkdir(join(root, "proc"));
  await mkdir(join(root, "sys/bus/pci/devices", address), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

async function withConfig(...bytes: number[]): Promise<void> {
  await writeFile(join(root, "sys/bus/pci/devices", address, "config"), Uint8Array.from(bytes));
}

async function sign() {
  return (await readGuestSigns(folderTree(root), [address])).get(address);
}

describe("readGuestSigns", () => {
  test("tells by the command register how far a guest has come", async () => {
    await withConfig(0xde, 0x10, 0x04, 0x22, 0x00, 0x00);
    expect(await sign()).toBe("none");
    await withConfig(0xde, 0x10, 0x04, 0x22, 0x03, 0x00);
    expect(await sign()).toBe("decoding");
    await withConfig(0xde, 0x10, 0x04, 0x22, 0x07, 0x04);
    expect(await sign()).toBe("mastering");
  });

  test("knows a driver by its interrupts, and not by those of another device", async () => {
    await withConfig(0xde, 0x10, 0x04, 0x22, 0x06, 0x00);
    await writeFile(
      join(root, "proc/interrupts"),
      " 31:  7  PCI-MSI 524288-edge  vfio-msi[0](0000:02:00.0)\n",
    );
    expect(await sign()).toBe("mastering");
    await writeFile(
      join(root, "proc/interrupts"),
      " 31:  7  PCI-MSI 524288-edge  vfio-msi[0](0000:01:00.0)\n",
    );
    expect(await sign()).toBe("interrupts");
  });

  test("sees nothing in a device that fell off the bus", async () => {
    await withConfig(0xff, 0xff, 0xff, 0xff, 0xff, 0xff);
    expect(await sign()).toBe("none");
    expect(await answersHost(folderTree(root), address)).toBe(false);
    await withConfig(0xde, 0x10);
    expect(await answersHost(folderTree(root), address)).toBe(true);
  });
});
