import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Connection } from "../../libvirt/connection";
import { unixDialer } from "../../libvirt/dial/unix";
import { existingVolume } from "../../storage/look-up";
import { createPool, dirPool } from "../../storage/storage-rig.test-data";
import { copyVolume, createVolume } from "../../storage/volume-acts";
import { presentSoon } from "../present-soon";
import { HeldImages } from "./held-images.test-data";
import { untilWhole } from "./until-whole";

let held: HeldImages;
let connection: Connection;
let copying: Promise<void>;

beforeAll(async () => {
  held = await HeldImages.start();
  connection = await open();
  await createPool(connection, dirPool("disks", join(held.folder, "pool")));
  const image = { name: "image.qcow2", format: "qcow2", capacityBytes: 2 ** 20, allocateAll: false } as const;
  await createVolume(connection, "disks", image);
}, 180_000);

afterAll(async () => {
  await held?.release();
  await copying;
  await connection?.close();
  await held?.stop();
});

const open = () => Connection.open(unixDialer(held.libvirtd.socketPath), "qemu:///system");

/** A copy that libvirt does not come to the end of. */
async function beginCopy(name: string) {
  await held.hold();
  const own = await open();
  copying = copyVolume(own, { fromPool: "disks", from: "image.qcow2", toPool: "disks", to: name }).finally(
    () => own.close(),
  );
  const look = () => existingVolume(connection, "disks", name).catch(() => null);
  const vol = await presentSoon(look);
  if (vol === null) throw new Error("libvirt did not begin with the copy");
  return vol;
}

beforeEach(async () => {
  await held.release();
  await copying;
});

test("waits for a copy that libvirt is still writing", async () => {
  const vol = await beginCopy("slow.qcow2");
  let whole = false;
  const waiting = untilWhole(connection, vol, new AbortController().signal).then(() => (whole = true));
  await expect(connection.call("storage_vol_delete", { vol, flags: 0 })).rejects.toThrow(/being allocated/);
  expect(whole).toBe(false);
  await held.release();
  await waiting;
  await connection.call("storage_vol_delete", { vol, flags: 0 });
});

test("gives a copy up that grows no more, and says so", async () => {
  const vol = await beginCopy("stuck.qcow2");
  const waiting = untilWhole(connection, vol, new AbortController().signal, 500);
  await expect(waiting).rejects.toMatchObject({
    code: "timed-out",
    userMessage: expect.stringContaining("disks/stuck.qcow2, which has not grown for 0.5 s"),
  });
});

test("waits no longer than anybody wants it to", async () => {
  const vol = await beginCopy("unwanted.qcow2");
  const cancel = new AbortController();
  const waiting = untilWhole(connection, vol, cancel.signal);
  cancel.abort();
  await expect(waiting).rejects.toThrow(/libvirt is still writing the volume disks\/unwanted.qcow2/);
});
