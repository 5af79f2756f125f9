import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import type { Connection } from "../libvirt/connection";
import { deletePool, refreshPool, setPoolAutostart, startPool, stopPool } from "./pool-acts";
import { PoolWatch } from "./pool-watch";
import { readVolumes } from "./read-volumes";
import { createPool, dirPool, MiB, StorageRig } from "./storage-rig.test-data";
import { createVolume } from "./volume-acts";

let rig: StorageRig;

beforeAll(async () => {
  rig = await StorageRig.start(await startPrivateLibvirtd());
}, 180_000);

afterAll(() => rig?.stop());

describe("a pool", () => {
  test("of a rig.folder is made with the rig.folder, started, and comes with the host", async () => {
    expect(await rig.pool("images")).toMatchObject({
      type: "dir",
      state: "running",
      autostart: true,
      persistent: true,
      path: join(rig.folder, "images"),
      source: null,
    });
    const made = await rig.pool("images");
    expect(made?.availableBytes).toBeGreaterThan(0);
    expect(made?.capacityBytes).toBeGreaterThanOrEqual(made?.availableBytes ?? 0);
  });

  test("whose name is taken is refused, and the one that is there stays", async () => {
    const again = createPool(rig.connection, dirPool("images", join(rig.folder, "other")));
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    expect((await rig.pool("images"))?.path).toBe(join(rig.folder, "images"));
  });

  test("is stopped, started, refreshed and forgotten; its files stay", async () => {
    const path = join(rig.folder, "second");
    await createPool(rig.connection, { ...dirPool("second", path), autostart: false });
    expect((await rig.pool("second"))?.autostart).toBe(false);
    await setPoolAutostart(rig.connection, "second", true);
    await stopPool(rig.connection, "second");
    expect(await rig.pool("second")).toMatchObject({ state: "inactive", autostart: true, capacityBytes: 0 });
    expect(await readVolumes(rig.connection, "second")).toBeNull();
    await startPool(rig.connection, "second");
    await writeFile(join(path, "new.img"), "content");
    await refreshPool(rig.connection, "second");
    expect(await readVolumes(rig.connection, "second")).toMatchObject([
      { name: "new.img", capacityBytes: 7 },
    ]);
    await deletePool(rig.connection, "second");
    expect(await rig.pool("second")).toBeUndefined();
    expect(await readFile(join(path, "new.img"), "utf8")).toBe("content");
  });

  test("that is stopped or forgotten while its volumes are read has none to show, and is no error", async () => {
    const path = join(rig.folder, "vanishing");
    for (const before of ["storage_pool_list_all_volumes", "storage_vol_get_xml_desc"]) {
      for (const undefine of [false, true]) {
        await createPool(rig.connection, dirPool("vanishing", path));
        await createVolume(rig.connection, "vanishing", {
          name: "disk.img",
          format: "raw",
          capacityBytes: MiB,
          allocateAll: false,
        });
        const meddled: Connection["call"] = async (procedure, ...rest) => {
          if (procedure === before) {
            await rig.virsh("pool-destroy", "vanishing");
            if (undefine) await rig.virsh("pool-undefine", "vanishing");
          }
          return rig.connection.call(procedure, ...rest);
        };
        expect(await readVolumes({ call: meddled }, "vanishing"), before).toBeNull();
        if (!undefine) await rig.virsh("pool-undefine", "vanishing");
        await rm(path, { recursive: true });
      }
    }
    expect(await readVolumes(rig.connection, "vanishing")).toBeNull();
  });

  test("that is not there is not found", async () => {
    await expect(startPool(rig.connection, "nowhere")).rejects.toMatchObject({ code: "not-found" });
  });

  test("is told of by who makes it elsewhere, to whoever watches", async () => {
    const watch = new PoolWatch(rig.open);
    const seen: string[][] = [];
    let told = () => {};
    const stop = watch.watch((pools) => {
      seen.push(pools.map(({ name }) => name));
      told();
    });
    const until = async (name: string, there: boolean) => {
      while (seen.at(-1)?.includes(name) !== there) await new Promise<void>((resolve) => (told = resolve));
    };
    await until("images", true);
    await mkdir(join(rig.folder, "elsewhere"));
    await rig.virsh("pool-create-as", "elsewhere", "dir", "--target", join(rig.folder, "elsewhere"));
    await until("elsewhere", true);
    await rig.virsh("pool-destroy", "elsewhere");
    await until("elsewhere", false);
    stop();
  });
});
