import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { refreshPool } from "./pool-acts";
import { MiB, StorageRig } from "./storage-rig.test-data";
import { copyVolume, createVolume, resizeVolume } from "./volume-acts";

const run = promisify(execFile);

let rig: StorageRig;

beforeAll(async () => {
  rig = await StorageRig.start(await startPrivateLibvirtd());
}, 180_000);

afterAll(() => rig?.stop());

describe("a volume", () => {
  test("is made sparse or whole, in either format", async () => {
    await createVolume(rig.connection, "images", {
      name: "sparse.raw",
      format: "raw",
      capacityBytes: 8 * MiB,
      allocateAll: false,
    });
    await createVolume(rig.connection, "images", {
      name: "whole.raw",
      format: "raw",
      capacityBytes: 8 * MiB,
      allocateAll: true,
    });
    await createVolume(rig.connection, "images", {
      name: "disk.qcow2",
      format: "qcow2",
      capacityBytes: 64 * MiB,
      allocateAll: false,
    });
    expect(await rig.volume("sparse.raw")).toMatchObject({
      format: "raw",
      capacityBytes: 8 * MiB,
      allocationBytes: 0,
    });
    expect((await rig.volume("whole.raw"))?.allocationBytes).toBeGreaterThanOrEqual(8 * MiB);
    expect(await rig.volume("disk.qcow2")).toMatchObject({ format: "qcow2", capacityBytes: 64 * MiB });
    expect((await rig.volume("disk.qcow2"))?.allocationBytes).toBeLessThan(MiB);
  });

  test("grows; shrinks only where that is said", async () => {
    await resizeVolume(rig.connection, "images", "disk.qcow2", { capacityBytes: 128 * MiB, shrink: false });
    expect((await rig.volume("disk.qcow2"))?.capacityBytes).toBe(128 * MiB);
    const smaller = { capacityBytes: 4 * MiB, shrink: false };
    await expect(resizeVolume(rig.connection, "images", "sparse.raw", smaller)).rejects.toMatchObject({
      code: "conflict",
    });
    await resizeVolume(rig.connection, "images", "sparse.raw", { ...smaller, shrink: true });
    expect((await rig.volume("sparse.raw"))?.capacityBytes).toBe(4 * MiB);
  });

  test("is copied with its content; a copy of an image that was built on another stands alone", async () => {
    const images = join(rig.folder, "images");
    await run("qemu-img", ["create", "-q", "-f", "raw", join(images, "base.raw"), "4M"]);
    const words = ["create", "-q", "-f", "qcow2", "-F", "raw", "-b", join(images, "base.raw")];
    await run("qemu-img", [...words, join(images, "overlay.qcow2")]);
    await run("qemu-io", ["-f", "qcow2", "-c", "write -q -P 0xab 0 64k", join(images, "overlay.qcow2")]);
    await refreshPool(rig.connection, "images");
    expect((await rig.volume("overlay.qcow2"))?.backingPath).toBe(join(images, "base.raw"));
    await copyVolume(rig.connection, {
      fromPool: "images",
      from: "overlay.qcow2",
      toPool: "images",
      to: "copy.qcow2",
    });
    expect(await rig.volume("copy.qcow2")).toMatchObject({
      format: "qcow2",
      backingPath: null,
      capacityBytes: 4 * MiB,
    });
    const { stdout } = await run("qemu-img", [
      "compare",
      "-F",
      "qcow2",
      "-f",
      "qcow2",
      join(images, "overlay.qcow2"),
      join(images, "copy.qcow2"),
    ]);
    expect(stdout).toContain("identical");
  });

  test("is not copied where its content would have libvirt read files that are no volumes", async () => {
    const images = join(rig.folder, "images");
    const secret = join(rig.folder, "secret");
    await writeFile(secret, "root's own".padEnd(65_536));
    const forged = join(images, "forged.raw");
    await run("qemu-img", ["create", "-q", "-f", "qcow2", "-u", "-F", "raw", "-b", secret, forged, "1M"]);
    const text = `<domain type='qemu'><name>guest</name><memory unit='MiB'>16</memory><os><type>hvm</type></os><devices>
      <disk type='file'><driver name='qemu' type='raw'/><source file='${forged}'/><target dev='vda' bus='virtio'/></disk>
      </devices></domain>`;
    const definition = join(rig.folder, "guest.xml");
    await writeFile(definition, text);
    await rig.virsh("define", definition);
    await refreshPool(rig.connection, "images");
    const copy = { fromPool: "images", from: "forged.raw", toPool: "images", to: "stolen.qcow2" };
    await expect(copyVolume(rig.connection, copy)).rejects.toMatchObject({
      code: "conflict",
      userMessage: expect.stringContaining("guest reads it as raw, and its content says that it is qcow2"),
    });
    await rig.virsh("undefine", "guest");
    await expect(copyVolume(rig.connection, copy)).rejects.toMatchObject({
      userMessage: expect.stringContaining(
        `built on ${secret}, which is in none of the host's storage pools`,
      ),
    });
    await expect(copyVolume(rig.connection, { ...copy, readAs: "raw" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await rig.volume("stolen.qcow2")).toBeUndefined();
  });

  test("whose content is in a file beside it is not copied", async () => {
    const [image, data] = ["split.qcow2", "split.data"].map((name) => join(rig.folder, "images", name));
    await run("qemu-img", ["create", "-q", "-f", "qcow2", "-o", `data_file=${data}`, `${image}`, "1M"]);
    await refreshPool(rig.connection, "images");
    const copy = { fromPool: "images", from: "split.qcow2", toPool: "images", to: "stolen.qcow2" };
    await expect(copyVolume(rig.connection, copy)).rejects.toMatchObject({ code: "conflict" });
  });
});
