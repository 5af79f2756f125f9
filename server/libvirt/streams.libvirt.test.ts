import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { guestDomainXml } from "@/e2e/guest/domain-xml";
import { ensureGuest, guestReadyLine } from "@/e2e/guest/guest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { buildXml } from "@/server/xml/build-xml";
import { Connection } from "./connection";
import { unixDialer } from "./dial/unix";
import { domainConsoleFlags, errorNumber } from "./protocol/constants.gen";
import type { ProcedureArguments } from "./protocol/procedures.gen";
import type { LibvirtStream } from "./stream";

let libvirtd: PrivateLibvirtd;
let connection: Connection;

/** A connection of its own for a stream. */
function open(): Promise<Connection> {
  return Connection.open(unixDialer(libvirtd.socketPath), "qemu:///system");
}

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  connection = await open();
});

afterAll(async () => {
  await connection?.close();
  await libvirtd?.stop();
});

describe("a volume", () => {
  const content = randomBytes(24 << 20);
  const sum = createHash("sha256").update(content).digest("hex");
  let vol: ProcedureArguments["storage_vol_download"]["vol"];
  let path: string;
  let own: Connection;

  beforeAll(async () => {
    const target = join(libvirtd.folder, "lib/images");
    const xml = buildXml({
      name: "pool",
      attributes: { type: "dir" },
      children: [
        { name: "name", text: "images" },
        { name: "target", children: [{ name: "path", text: target }] },
      ],
    });
    await connection.call("storage_pool_create_xml", { xml, flags: 0 });
    path = join(target, "volume.raw");
  });

  beforeEach(async () => {
    const { pool } = await connection.call("storage_pool_lookup_by_name", { name: "images" });
    if (vol !== undefined) await connection.call("storage_vol_delete", { vol, flags: 0 });
    const xml = buildXml({
      name: "volume",
      children: [
        { name: "name", text: "volume.raw" },
        { name: "capacity", text: String(content.length) },
        { name: "allocation", text: "0" },
        { name: "target", children: [{ name: "format", attributes: { type: "raw" } }] },
      ],
    });
    ({ vol } = await connection.call("storage_vol_create_xml", { pool, xml, flags: 0 }));
    own = await open();
    return () => own.close();
  });

  const whole = () => ({ vol, offset: 0n, length: BigInt(content.length), flags: 0 });

  test("is uploaded and downloaded without a bit's difference", async () => {
    const upload = await own.openStream("storage_vol_upload", whole());
    await pipeline(Readable.from(pieces(content)), upload);
    // "finish" means that libvirt has all of it.
    expect(
      createHash("sha256")
        .update(await readFile(path))
        .digest("hex"),
    ).toBe(sum);
    const hash = createHash("sha256");
    for await (const piece of await own.openStream("storage_vol_download", whole())) hash.update(piece);
    expect(hash.digest("hex")).toBe(sum);
  });

  test("goes over with its holes, which nobody sends", async () => {
    const [first, second] = [content.subarray(0, 1 << 20), content.subarray(1 << 20, (1 << 20) + 5000)];
    const hole = (22 << 20) + 4096;
    const place = { vol, offset: 0n, length: BigInt(content.length) };
    const upload = await own.openSparseStream("storage_vol_upload", place);
    await pipeline(Readable.from([first, { hole }, second]), upload);
    const end = first.length + hole;
    const written = await readFile(path);
    expect(written.subarray(0, first.length).equals(first)).toBe(true);
    expect(written.subarray(first.length, end).every((byte) => byte === 0)).toBe(true);
    expect(written.subarray(end, end + second.length).equals(second)).toBe(true);
    let [sent, skipped] = [0, 0];
    const parts: Buffer[] = [];
    for await (const piece of await own.openSparseStream("storage_vol_download", place)) {
      if ("hole" in piece) skipped += piece.hole;
      else sent += piece.length;
      parts.push("hole" in piece ? Buffer.alloc(piece.hole) : piece);
    }
    expect(Buffer.concat(parts).equals(written)).toBe(true);
    expect(skipped).toBeGreaterThan(20 << 20);
    expect(sent).toBeLessThan(3 << 20);
  });

  test("is downloaded by a slow reader as well, and calls go on after it", async () => {
    const upload = await own.openStream("storage_vol_upload", whole());
    await pipeline(Readable.from([content]), upload);
    const hash = createHash("sha256");
    for await (const piece of await own.openStream("storage_vol_download", whole())) {
      hash.update(piece);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(hash.digest("hex")).toBe(sum);
    await expect(own.call("connect_get_hostname")).resolves.toBeDefined();
  });

  test("whose upload is given up leaves the connection usable", async () => {
    const upload = await own.openStream("storage_vol_upload", whole());
    upload.write(content.subarray(0, 1 << 20));
    upload.destroy();
    await once(upload, "close");
    await expect(own.call("connect_get_hostname")).resolves.toBeDefined();
  });

  test("that takes no more ends the upload with libvirt's error", async () => {
    const upload = await own.openStream("storage_vol_upload", { ...whole(), length: 1n << 20n });
    await expect(pipeline(Readable.from(pieces(content)), upload)).rejects.toMatchObject({
      name: "LibvirtError",
    });
    await expect(own.call("connect_get_hostname")).resolves.toBeDefined();
  });

  test("that is not there is an error of the call", async () => {
    const missing = { ...vol, key: "/nowhere", name: "nowhere" };
    await expect(own.openStream("storage_vol_download", { ...whole(), vol: missing })).rejects.toMatchObject({
      name: "LibvirtError",
      code: errorNumber.NO_STORAGE_VOL,
    });
  });
});

/** As a file would be read. */
function* pieces(content: Buffer): Generator<Buffer> {
  for (let start = 0; start < content.length; start += 1 << 16)
    yield content.subarray(start, start + (1 << 16));
}

describe("a serial console", () => {
  let dom: ProcedureArguments["domain_open_console"]["dom"];

  beforeAll(async () => {
    const xml_desc = guestDomainXml(await ensureGuest(), { name: "guest" });
    ({ dom } = await connection.call("domain_create_xml", { xml_desc, flags: 0 }));
  });

  const openConsole = (own: Connection, flags: number) =>
    own.openStream("domain_open_console", { dom, dev_name: null, flags });

  test("shows the boot, takes what is typed, and ends with the guest", async () => {
    const own = await open();
    const stream = await openConsole(own, 0);
    const screen = new Screen(stream);
    await screen.shows(guestReadyLine);
    stream.write("echo $((6*7))\n");
    await screen.shows("\n42\r");
    // Somebody else has it: libvirt refuses, unless told to take it away.
    const second = await open();
    await expect(openConsole(second, domainConsoleFlags.SAFE)).rejects.toMatchObject({
      name: "LibvirtError",
    });
    const lost = once(stream, "error");
    const taken = await openConsole(second, domainConsoleFlags.FORCE);
    expect((await lost)[0]).toMatchObject({ name: "LibvirtError" });
    const ended = once(taken, "end");
    taken.resume();
    await connection.call("domain_destroy_flags", { dom, flags: 0 });
    await ended;
    await own.close();
    await second.close();
  });
});

/** What a console printed so far. */
class Screen {
  #text = "";

  readonly #stream: LibvirtStream;

  constructor(stream: LibvirtStream) {
    this.#stream = stream;
    stream.on("data", (piece: Buffer) => {
      this.#text += piece.toString("latin1");
    });
  }

  async shows(words: string): Promise<void> {
    while (!this.#text.includes(words)) await once(this.#stream, "data");
  }
}
