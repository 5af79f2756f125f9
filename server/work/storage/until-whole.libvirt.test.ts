import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { Connection } from "../../libvirt/connection";
import { unixDialer } from "../../libvirt/dial/unix";
import { existingVolume } from "../../storage/look-up";
import { createPool, dirPool } from "../../storage/storage-rig.test-data";
import { copyVolume, createVolume } from "../../storage/volume-acts";
import { presentSoon } from "../present-soon";
import { untilWhole } from "./until-whole";

let folder: string;
let libvirtd: PrivateLibvirtd;
let connection: Connection;
let copying: Promise<void>;

/** libvirt's own qemu-img, which does not begin while there is a file "hold" beside it. */
const slowImg = (bin: string) =>
  `#!/bin/sh\nwhile [ -e ${bin}/hold ]; do sleep 0.02; done\nexec /usr/bin/qemu-img "$@"\n`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "until-whole-"));
  const bin = join(folder, "bin");
  await mkdir(bin);
  await writeFile(join(bin, "qemu-img"), slowImg(bin), { mode: 0o755 });
  const environment = { PATH: `${bin}:${process.env.PATH ?? ""}` };
  libvirtd = await startPrivateLibvirtd({ namespace: { environment } });
  connection = await open();
  await createPool(connection, dirPool("disks", join(folder, "pool")));
  const image = { name: "image.qcow2", format: "qcow2", capacityBytes: 2 ** 20, allocateAll: false } as const;
  await createVolume(connection, "disks", image);
}, 180_000);

afterAll(async () => {
  await release();
  await copying;
  await connection?.close();
  await libvirtd?.stop();
  await rm(folder, { recursive: true, force: true });
});

const open = () => Connection.open(unixDialer(libvirtd.socketPath), "qemu:///system");
const release = () => rm(join(folder, "bin/hold"), { force: true });

/** A copy that libvirt does not come to the end of. */
async function beginCopy(name: string) {
  await writeFile(join(folder, "bin/hold"), "");
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
  await release();
  await copying;
});

test("waits for a copy that libvirt is still writing", async () => {
  const vol = await beginCopy("slow.qcow2");
  let whole = false;
  const waiting = untilWhole(connection, vol, new AbortController().signal).then(() => (whole = true));
  await expect(connection.call("storage_vol_delete", { vol, flags: 0 })).rejects.toThrow(/being allocated/);
  expect(whole).toBe(false);
  await release();
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
