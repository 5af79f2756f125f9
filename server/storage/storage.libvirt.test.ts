import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { Connection } from "../libvirt/connection";
import { unixDialer } from "../libvirt/dial/unix";
import { createLog } from "../log";
import { createPool, deletePool, refreshPool, setPoolAutostart, startPool, stopPool } from "./pool-acts";
import { PoolWatch } from "./pool-watch";
import { readPools } from "./read-pools";
import { readVolume } from "./read-volume";
import { readVolumes } from "./read-volumes";
import { Uploads } from "./upload/uploads";
import { copyVolume, createVolume, deleteVolume, resizeVolume } from "./volume-acts";

const run = promisify(execFile);
const MiB = 2 ** 20;

let libvirtd: PrivateLibvirtd;
let connection: Connection;
let folder: string;

const open = () => Connection.open(unixDialer(libvirtd.socketPath), "qemu:///system");
const pool = async (name: string) => (await readPools(connection)).find((one) => one.name === name);
const volume = async (name: string) =>
  (await readVolumes(connection, "images"))?.find((one) => one.name === name);
const dirPool = (name: string, path: string) => ({ type: "dir", name, path, autostart: true }) as const;

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  connection = await open();
  folder = join(libvirtd.folder, "lib/storage");
  await createPool(connection, dirPool("images", join(folder, "images")));
}, 180_000);

afterAll(async () => {
  await connection?.close();
  await libvirtd?.stop();
});

describe("a pool", () => {
  it("of a folder is made with the folder, started, and comes with the host", async () => {
    expect(await pool("images")).toMatchObject({
      type: "dir",
      state: "running",
      autostart: true,
      persistent: true,
      path: join(folder, "images"),
      source: null,
    });
    const made = await pool("images");
    expect(made?.availableBytes).toBeGreaterThan(0);
    expect(made?.capacityBytes).toBeGreaterThanOrEqual(made?.availableBytes ?? 0);
  });

  it("whose name is taken is refused, and the one that is there stays", async () => {
    const again = createPool(connection, dirPool("images", join(folder, "other")));
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    expect((await pool("images"))?.path).toBe(join(folder, "images"));
  });

  it("that can't be started leaves nothing behind", async () => {
    const request = { ...dirPool("broken", "/proc/nowhere/at-all") };
    await expect(createPool(connection, request)).rejects.toMatchObject({ name: "LibvirtError" });
    const group = { type: "logical", name: "broken", volumeGroup: "no-such-group", autostart: true } as const;
    await expect(createPool(connection, group)).rejects.toMatchObject({ name: "LibvirtError" });
    expect(await pool("broken")).toBeUndefined();
  });

  it("is stopped, started, refreshed and forgotten; its files stay", async () => {
    const path = join(folder, "second");
    await createPool(connection, { ...dirPool("second", path), autostart: false });
    expect((await pool("second"))?.autostart).toBe(false);
    await setPoolAutostart(connection, "second", true);
    await stopPool(connection, "second");
    expect(await pool("second")).toMatchObject({ state: "inactive", autostart: true, capacityBytes: 0 });
    expect(await readVolumes(connection, "second")).toBeNull();
    await startPool(connection, "second");
    await writeFile(join(path, "new.img"), "content");
    await refreshPool(connection, "second");
    expect(await readVolumes(connection, "second")).toMatchObject([{ name: "new.img", capacityBytes: 7 }]);
    await deletePool(connection, "second");
    expect(await pool("second")).toBeUndefined();
    expect(await readFile(join(path, "new.img"), "utf8")).toBe("content");
  });

  it("that is stopped or forgotten while its volumes are read has none to show, and is no error", async () => {
    const path = join(folder, "vanishing");
    const virsh = (...words: string[]) => run("virsh", ["-q", "-c", libvirtd.uri, ...words]);
    for (const before of ["storage_pool_list_all_volumes", "storage_vol_get_xml_desc"]) {
      for (const undefine of [false, true]) {
        await createPool(connection, dirPool("vanishing", path));
        await createVolume(connection, "vanishing", {
          name: "disk.img",
          format: "raw",
          capacityBytes: MiB,
          allocateAll: false,
        });
        const meddled: Connection["call"] = async (procedure, ...rest) => {
          if (procedure === before) {
            await virsh("pool-destroy", "vanishing");
            if (undefine) await virsh("pool-undefine", "vanishing");
          }
          return connection.call(procedure, ...rest);
        };
        expect(await readVolumes({ call: meddled }, "vanishing"), before).toBeNull();
        if (!undefine) await virsh("pool-undefine", "vanishing");
        await rm(path, { recursive: true });
      }
    }
    expect(await readVolumes(connection, "vanishing")).toBeNull();
  });

  it("that is not there is not found", async () => {
    await expect(startPool(connection, "nowhere")).rejects.toMatchObject({ code: "not-found" });
  });

  it("is told of by who makes it elsewhere, to whoever watches", async () => {
    const watch = new PoolWatch(open);
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
    await mkdir(join(folder, "elsewhere"));
    const virsh = (...words: string[]) => run("virsh", ["-q", "-c", libvirtd.uri, ...words]);
    await virsh("pool-create-as", "elsewhere", "dir", "--target", join(folder, "elsewhere"));
    await until("elsewhere", true);
    await virsh("pool-destroy", "elsewhere");
    await until("elsewhere", false);
    stop();
  });
});

describe("a volume", () => {
  it("is made sparse or whole, in either format", async () => {
    await createVolume(connection, "images", {
      name: "sparse.raw",
      format: "raw",
      capacityBytes: 8 * MiB,
      allocateAll: false,
    });
    await createVolume(connection, "images", {
      name: "whole.raw",
      format: "raw",
      capacityBytes: 8 * MiB,
      allocateAll: true,
    });
    await createVolume(connection, "images", {
      name: "disk.qcow2",
      format: "qcow2",
      capacityBytes: 64 * MiB,
      allocateAll: false,
    });
    expect(await volume("sparse.raw")).toMatchObject({
      format: "raw",
      capacityBytes: 8 * MiB,
      allocationBytes: 0,
    });
    expect((await volume("whole.raw"))?.allocationBytes).toBeGreaterThanOrEqual(8 * MiB);
    expect(await volume("disk.qcow2")).toMatchObject({ format: "qcow2", capacityBytes: 64 * MiB });
    expect((await volume("disk.qcow2"))?.allocationBytes).toBeLessThan(MiB);
  });

  it("grows; shrinks only where that is said", async () => {
    await resizeVolume(connection, "images", "disk.qcow2", { capacityBytes: 128 * MiB, shrink: false });
    expect((await volume("disk.qcow2"))?.capacityBytes).toBe(128 * MiB);
    const smaller = { capacityBytes: 4 * MiB, shrink: false };
    await expect(resizeVolume(connection, "images", "sparse.raw", smaller)).rejects.toMatchObject({
      code: "conflict",
    });
    await resizeVolume(connection, "images", "sparse.raw", { ...smaller, shrink: true });
    expect((await volume("sparse.raw"))?.capacityBytes).toBe(4 * MiB);
  });

  it("is copied with its content; a copy of an image that was built on another stands alone", async () => {
    const images = join(folder, "images");
    await run("qemu-img", ["create", "-q", "-f", "raw", join(images, "base.raw"), "4M"]);
    const words = ["create", "-q", "-f", "qcow2", "-F", "raw", "-b", join(images, "base.raw")];
    await run("qemu-img", [...words, join(images, "overlay.qcow2")]);
    await run("qemu-io", ["-f", "qcow2", "-c", "write -q -P 0xab 0 64k", join(images, "overlay.qcow2")]);
    await refreshPool(connection, "images");
    expect((await volume("overlay.qcow2"))?.backingPath).toBe(join(images, "base.raw"));
    await copyVolume(connection, {
      fromPool: "images",
      from: "overlay.qcow2",
      toPool: "images",
      to: "copy.qcow2",
    });
    expect(await volume("copy.qcow2")).toMatchObject({
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

  it("is deleted; one that is not there is not found", async () => {
    await deleteVolume(connection, "images", "whole.raw");
    expect(await volume("whole.raw")).toBeUndefined();
    await expect(deleteVolume(connection, "images", "whole.raw")).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("an upload", () => {
  const content = randomBytes(5 * MiB + 17);
  const sha256 = createHash("sha256").update(content).digest("hex");
  let uploads: Uploads;

  beforeAll(() => {
    uploads = new Uploads({
      async run(_hostId, _subject, work) {
        const own = await open();
        try {
          return await work(own);
        } finally {
          await own.close();
        }
      },
      onChange: () => undefined,
      log: createLog("silent", { write: () => undefined }),
    });
  });

  const begin = (name: string, checksum: string | null = null, sizeBytes = content.length) =>
    uploads.open("local", "images", { name, sizeBytes, checksum });
  const body = (bytes: Buffer) => Readable.from(pieces(bytes), { objectMode: false });
  const stored = async (name: string) => {
    const own = await open();
    const { sizeBytes, stream } = await readVolume(own, "images", name);
    const bytes = Buffer.concat(await stream.toArray());
    await own.close();
    return { sizeBytes, bytes };
  };

  it("brings a file over bit by bit, whatever it is cut into", async () => {
    const upload = await begin("file.img", sha256);
    await uploads.receive(upload, 0, body(content.subarray(0, MiB + 1)));
    expect(await upload.settle()).toBe(MiB + 1);
    await uploads.receive(upload, MiB + 1, body(content.subarray(MiB + 1)));
    expect(upload.accepted).toBe(true);
    const { sizeBytes, bytes } = await stored("file.img");
    expect(sizeBytes).toBe(content.length);
    expect(bytes.equals(content)).toBe(true);
  });

  it("that is cut off goes on with the byte after the last that was written", async () => {
    const upload = await begin("cut.img", sha256);
    async function* halfAndThenNothing() {
      yield content.subarray(0, 2 * MiB);
      throw new Error("the network went");
    }
    await uploads.receive(upload, 0, Readable.from(halfAndThenNothing(), { objectMode: false }));
    const offset = await upload.settle();
    expect(offset).toBe(2 * MiB);
    await uploads.receive(upload, offset, body(content.subarray(offset)));
    expect((await stored("cut.img")).bytes.equals(content)).toBe(true);
  });

  it("whose sender hangs is taken over by the next", async () => {
    const upload = await begin("hung.img", sha256);
    const hung = new Readable({ read: () => undefined });
    hung.push(content.subarray(0, MiB));
    const first = uploads.receive(upload, 0, hung);
    const offset = await upload.settle();
    await first;
    await uploads.receive(upload, offset, body(content.subarray(offset)));
    expect(upload.accepted).toBe(true);
  });

  it("takes no part that belongs elsewhere", async () => {
    const upload = await begin("elsewhere.img");
    await expect(uploads.receive(upload, 5, body(content))).rejects.toMatchObject({ code: "conflict" });
    expect(await upload.settle()).toBe(0);
    await uploads.cancel(upload);
  });

  it("of another file than was meant, or a longer one, leaves nothing behind", async () => {
    const other = await begin("other.img", "0".repeat(64));
    await expect(uploads.receive(other, 0, body(content))).rejects.toMatchObject({ code: "bad-input" });
    const longer = await begin("longer.img", null, content.length - 1);
    await expect(uploads.receive(longer, 0, body(content))).rejects.toMatchObject({ code: "bad-input" });
    expect(await volume("other.img")).toBeUndefined();
    expect(await volume("longer.img")).toBeUndefined();
    expect(() => uploads.find(other.parts.id)).toThrow("not there any more");
  });

  it("of an image that is built on another file is refused", async () => {
    const overlay = await readFile(join(folder, "images", "overlay.qcow2"));
    const upload = await begin("trick.qcow2", null, overlay.length);
    await expect(uploads.receive(upload, 0, body(overlay))).rejects.toThrow("built on");
    expect(await volume("trick.qcow2")).toBeUndefined();
  });

  it("of a qcow2 image is one afterwards", async () => {
    const image = await readFile(join(folder, "images", "copy.qcow2"));
    const upload = await begin("image.qcow2", null, image.length);
    await uploads.receive(upload, 0, body(image));
    await refreshPool(connection, "images");
    expect(await volume("image.qcow2")).toMatchObject({ format: "qcow2", capacityBytes: 4 * MiB });
  });

  it("under a taken name, or of more than there is room for, is refused before it begins", async () => {
    await expect(begin("file.img")).rejects.toMatchObject({ code: "conflict" });
    await expect(begin("huge.img", null, 2 ** 52)).rejects.toThrow("Make room");
  });

  it("that is cancelled, or not at its end when Passdeck stops, leaves nothing behind", async () => {
    const cancelled = await begin("cancelled.img");
    await uploads.receive(cancelled, 0, body(content.subarray(0, MiB)));
    await uploads.cancel(cancelled);
    const open = await begin("open.img");
    await uploads.receive(open, 0, body(content.subarray(0, MiB)));
    await uploads.stop();
    expect(await volume("cancelled.img")).toBeUndefined();
    expect(await volume("open.img")).toBeUndefined();
    expect(await volume("file.img")).toBeDefined();
  });
});

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += 1 << 16) yield bytes.subarray(start, start + (1 << 16));
}
