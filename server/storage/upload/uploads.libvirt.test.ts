import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { createLog } from "../../log";
import { refreshPool } from "../pool-acts";
import { readVolume } from "../read-volume";
import { MiB, StorageRig } from "../storage-rig.test-data";
import { Uploads } from "./uploads";

const run = promisify(execFile);

let rig: StorageRig;

beforeAll(async () => {
  rig = await StorageRig.start(await startPrivateLibvirtd());
}, 180_000);

afterAll(() => rig?.stop());

describe("an upload", () => {
  const content = randomBytes(5 * MiB + 17);
  const sha256 = createHash("sha256").update(content).digest("hex");
  let uploads: Uploads;

  beforeAll(() => {
    uploads = new Uploads({
      async run(_hostId, _subject, work) {
        const own = await rig.open();
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
    uploads.open("local", "images", { name, sizeBytes, checksum }, { owner: "ada" });
  /** The bytes of a new qcow2 image. */
  const image = async (...words: string[]) => {
    const path = join(rig.folder, "image.qcow2");
    const size = words.pop() ?? "";
    await run("qemu-img", ["create", "-q", "-f", "qcow2", ...words, path, size]);
    return readFile(path);
  };
  test("is there for who began it alone", async () => {
    const upload = await begin("own.img", null, 4);
    expect(uploads.find(upload.parts.id, "ada")).toBe(upload);
    expect(() => uploads.find(upload.parts.id, "eve")).toThrow("no longer exists");
    await uploads.cancel(upload);
  });

  const body = (bytes: Buffer) => Readable.from(pieces(bytes), { objectMode: false });
  const stored = async (name: string) => {
    const own = await rig.open();
    const { sizeBytes, stream } = await readVolume(own, "images", name);
    const bytes = Buffer.concat(await stream.toArray());
    await own.close();
    return { sizeBytes, bytes };
  };

  test("brings a file over bit by bit, whatever it is cut into", async () => {
    const upload = await begin("file.img", sha256);
    await uploads.receive(upload, 0, body(content.subarray(0, MiB + 1)));
    expect(await upload.settle()).toBe(MiB + 1);
    await uploads.receive(upload, MiB + 1, body(content.subarray(MiB + 1)));
    expect(upload.accepted).toBe(true);
    const { sizeBytes, bytes } = await stored("file.img");
    expect(sizeBytes).toBe(content.length);
    expect(bytes.equals(content)).toBe(true);
  });

  test("that is cut off goes on with the byte after the last that was written", async () => {
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

  test("whose sender hangs is taken over by the next", async () => {
    const upload = await begin("hung.img", sha256);
    const hung = new Readable({ read: () => undefined });
    hung.push(content.subarray(0, MiB));
    const first = uploads.receive(upload, 0, hung);
    const offset = await upload.settle();
    await first;
    await uploads.receive(upload, offset, body(content.subarray(offset)));
    expect(upload.accepted).toBe(true);
  });

  test("takes no part that belongs elsewhere", async () => {
    const upload = await begin("elsewhere.img");
    await expect(uploads.receive(upload, 5, body(content))).rejects.toMatchObject({ code: "conflict" });
    expect(await upload.settle()).toBe(0);
    await uploads.cancel(upload);
  });

  test("of another file than was meant, or a longer one, leaves nothing behind", async () => {
    const other = await begin("other.img", "0".repeat(64));
    await expect(uploads.receive(other, 0, body(content))).rejects.toMatchObject({ code: "bad-input" });
    const longer = await begin("longer.img", null, content.length - 1);
    await expect(uploads.receive(longer, 0, body(content))).rejects.toMatchObject({ code: "bad-input" });
    expect(await rig.volume("other.img")).toBeUndefined();
    expect(await rig.volume("longer.img")).toBeUndefined();
    expect(() => uploads.find(other.parts.id, "ada")).toThrow("no longer exists");
  });

  test("of an image that is built on another file is refused", async () => {
    const overlay = await image("-F", "raw", "-b", "/etc/hostname", "-u", "4M");
    const upload = await begin("trick.qcow2", null, overlay.length);
    await expect(uploads.receive(upload, 0, body(overlay))).rejects.toThrow("its backing file");
    expect(await rig.volume("trick.qcow2")).toBeUndefined();
  });

  test("of a qcow2 image is one afterwards", async () => {
    const bytes = await image("4M");
    const upload = await begin("image.qcow2", null, bytes.length);
    await uploads.receive(upload, 0, body(bytes));
    await refreshPool(rig.connection, "images");
    expect(await rig.volume("image.qcow2")).toMatchObject({ format: "qcow2", capacityBytes: 4 * MiB });
  });

  test("under a taken name, or of more than there is room for, is refused before it begins", async () => {
    await expect(begin("file.img")).rejects.toMatchObject({ code: "conflict" });
    await expect(begin("huge.img", null, 2 ** 52)).rejects.toThrow("Free some space");
  });

  test("that is cancelled, or not at its end when Passdeck stops, leaves nothing behind", async () => {
    const cancelled = await begin("cancelled.img");
    await uploads.receive(cancelled, 0, body(content.subarray(0, MiB)));
    await uploads.cancel(cancelled);
    const open = await begin("open.img");
    await uploads.receive(open, 0, body(content.subarray(0, MiB)));
    await uploads.stop();
    expect(await rig.volume("cancelled.img")).toBeUndefined();
    expect(await rig.volume("open.img")).toBeUndefined();
    expect(await rig.volume("file.img")).toBeDefined();
  });
});

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += 1 << 16) yield bytes.subarray(start, start + (1 << 16));
}
