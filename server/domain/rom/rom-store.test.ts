import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { localQemuFiles } from "../../host/qemu-files";
import { RomStore } from "./rom-store";

let folder: string;
let store: RomStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "passdeck-roms-"));
  store = new RomStore(localQemuFiles(join(folder, "roms")));
});
afterEach(() => rm(folder, { recursive: true }));

describe("the store of ROM files", () => {
  test("is empty at first, and keeps what is added where QEMU may read it", async () => {
    expect(await store.names()).toEqual([]);
    await store.add("gtx970.rom", Uint8Array.of(0x55, 0xaa));
    expect(await store.names()).toEqual(["gtx970.rom"]);
    expect(Buffer.from(await store.read("gtx970.rom"))).toEqual(Buffer.from([0x55, 0xaa]));
    expect((await stat(store.pathOf("gtx970.rom"))).mode & 0o777).toBe(0o644);
  });

  test("replaces nothing silently, and deletes what it is told to", async () => {
    await store.add("a.rom", Uint8Array.of(1));
    await expect(store.add("a.rom", Uint8Array.of(2))).rejects.toThrow("already");
    await store.remove("a.rom");
    expect(await store.names()).toEqual([]);
    await expect(store.remove("a.rom")).rejects.toThrow("no ROM file");
  });

  test.each(["../x.rom", "/etc/passwd", ".battery.aml", "a\0b", "", "-".repeat(65), "a/b"])(
    "refuses the name %j",
    async (name) => {
      await expect(store.add(name, Uint8Array.of(1))).rejects.toMatchObject({ code: "bad-input" });
      await expect(store.read(name)).rejects.toMatchObject({ code: "bad-input" });
    },
  );

  test("does not list the battery's table as a ROM", async () => {
    await store.writeBatteryTable();
    expect((await stat(store.batteryTablePath)).size).toBeGreaterThan(36);
    expect(await store.names()).toEqual([]);
  });
});
