import { once } from "node:events";
import { createServer, type Server } from "node:net";
import type { TlsOptions } from "node:tls";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type KeyPair, PrivatePki } from "@/e2e/tls/private-pki";
import { ConnectionError } from "../errors";
import { type TlsEnds, tlsDialer } from "./tls";
import { TestTlsServer } from "./tls-server.test-data";

const local = "DNS:localhost,IP:127.0.0.1";
let pki: PrivatePki;
let stranger: PrivatePki;
let server: KeyPair;
let client: KeyPair;
const closers: (() => unknown)[] = [];

beforeAll(() => {
  pki = new PrivatePki();
  stranger = new PrivatePki("Stranger");
  server = pki.issue({ name: "server", names: local, usage: "serverAuth" });
  client = pki.issue({ name: "client" });
});

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

afterAll(() => {
  pki.remove();
  stranger.remove();
});

async function serve(options: TlsOptions = {}, greeting?: Buffer | null, pair = server) {
  const made = await TestTlsServer.start(
    { cert: pair.certificate, key: pair.privateKey, ca: pki.ca, ...options },
    greeting,
  );
  closers.push(() => made.stop());
  return made;
}

function ends(port: number, parts: Partial<TlsEnds> = {}): TlsEnds {
  return {
    host: "127.0.0.1",
    port,
    ca: pki.ca,
    certificate: client.certificate,
    privateKey: client.privateKey,
    passphrase: null,
    refuseKey: () => null,
    ...parts,
  };
}

const dial = ({ port }: { port: number }, parts?: Partial<TlsEnds>, limit?: number) =>
  tlsDialer(ends(port, parts), limit).dial();

function frame(size: number, mark: number): Buffer {
  const bytes = Buffer.alloc(size, mark);
  bytes.writeUInt32BE(size, 0);
  return bytes;
}

describe("a connection", () => {
  test.each(["TLSv1.2", "TLSv1.3"] as const)("stands by %s, to a name and to an address", async (version) => {
    const there = await serve({ minVersion: version, maxVersion: version, rejectUnauthorized: true });
    for (const host of ["127.0.0.1", "localhost"]) (await dial(there, { host })).destroy();
    expect(there.versions).toEqual([version, version]);
  });

  test("hands on what came with the greeting, and what comes later", async () => {
    const there = await serve({}, Buffer.from([1, 7, 8]));
    const stream = await dial(there);
    const came: Buffer[] = [];
    stream.on("data", (bytes: Buffer) => came.push(bytes));
    await vi.waitUntil(() => Buffer.concat(came).length === 2);
    there.clients[0]?.write(Buffer.alloc(200_000, 9));
    await vi.waitUntil(() => Buffer.concat(came).length === 200_002);
    stream.destroy();
  });

  test("ends with the server's", async () => {
    const there = await serve();
    const stream = await dial(there);
    stream.resume();
    const closed = once(stream, "close");
    there.clients[0]?.end();
    await closed;
  });

  test("has each frame in a record of its own, however many are written in a turn", async () => {
    const there = await serve({ maxVersion: "TLSv1.2" });
    const stream = await dial(there);
    const frames = [28, 100, 40, 64, 30].map(frame);
    stream.write(Buffer.concat(frames));
    for (const one of frames) stream.write(one);
    stream.cork();
    for (const one of frames) stream.write(one);
    stream.uncork();
    const all = [...frames, ...frames, ...frames];
    await vi.waitUntil(() => there.records.length >= all.length);
    const overhead = (there.records[0] ?? 0) - 28;
    expect(there.records.map((length) => length - overhead)).toEqual(all.map(({ length }) => length));
    stream.destroy();
  });
});

describe("who can't be believed", () => {
  const faultOf = (dialling: Promise<unknown>) =>
    dialling.then(
      () => "none",
      (error) => (error instanceof ConnectionError && "fault" in error ? error.fault : error),
    );

  test("was signed by another authority, or by itself", async () => {
    expect(await faultOf(dial(await serve(), { ca: stranger.ca }))).toBe("other-authority");
    const other = stranger.issue({ name: "server", names: local, usage: "serverAuth" });
    expect(await faultOf(dial(await serve({}, undefined, other)))).toBe("other-authority");
  });

  test("has a certificate for another address", async () => {
    const other = pki.issue({ name: "other", names: "DNS:atlas.example.org", usage: "serverAuth" });
    expect(await faultOf(dial(await serve({}, undefined, other)))).toBe("other-name");
  });

  test("has one that has expired", async () => {
    const old = pki.issue({ name: "old", names: local, usage: "serverAuth", days: -1 });
    expect(await faultOf(dial(await serve({}, undefined, old)))).toBe("expired");
  });

  test("has another key than the expected one, though the authority signed it", async () => {
    const error = new ConnectionError("permission", "another key");
    const seen: Buffer[] = [];
    const refuseKey = (key: Buffer) => {
      seen.push(key);
      return error;
    };
    await expect(dial(await serve(), { refuseKey })).rejects.toBe(error);
    expect(seen).toHaveLength(1);
  });

  test("speaks no TLS, or too old one", async () => {
    const plain = createServer((socket) => socket.end("no TLS here"));
    const port = await listen(plain);
    expect(await faultOf(dial({ port }))).toBe("no-tls");
    const old = await serve({ minVersion: "TLSv1.1", maxVersion: "TLSv1.1", ciphers: "ALL:@SECLEVEL=0" });
    expect(await faultOf(dial(old))).toBe("no-tls");
  });
});

describe("what keeps us out is told", () => {
  test.each(["TLSv1.2", "TLSv1.3"] as const)(
    "a certificate that the server refuses, by %s",
    async (version) => {
      const there = await serve({ minVersion: version, maxVersion: version, rejectUnauthorized: true });
      const { certificate, privateKey } = stranger.issue({ name: "client" });
      await expect(dial(there, { certificate, privateKey })).rejects.toMatchObject({
        fault: "refused",
        kind: "permission",
      });
    },
  );

  test("one that it refuses without a word: the connection ends, and no greeting has come", async () => {
    const there = await serve({ rejectUnauthorized: false }, null);
    const dialling = dial(there);
    await vi.waitUntil(() => there.clients.length === 1);
    there.clients[0]?.end();
    await expect(dialling).rejects.toMatchObject({ fault: "refused" });
  });

  test("another greeting than libvirt's", async () => {
    const there = await serve({}, Buffer.from("HTTP/1.1 400"));
    await expect(dial(there)).rejects.toMatchObject({ kind: "protocol" });
  });

  test("a key that is another certificate's, one with a passphrase, and text that is no certificate", async () => {
    const other = pki.issue({ name: "another" });
    const port = 1;
    for (const parts of [{ privateKey: other.privateKey }, { privateKey: "none" }, { certificate: "none" }])
      await expect(dial({ port }, parts)).rejects.toMatchObject({ fault: "own-files" });
  });

  test("nobody who listens, a name that leads nowhere, and silence", async () => {
    await expect(dial({ port: 1 })).rejects.toMatchObject({ fault: "nobody", kind: "refused" });
    await expect(dial({ port: 1 }, { host: "nowhere.invalid" })).rejects.toMatchObject({ fault: "no-name" });
    const mute = createServer();
    const port = await listen(mute);
    await expect(dial({ port }, {}, 50)).rejects.toMatchObject({ fault: "silent", kind: "timeout" });
  });

  test("who gives it up", async () => {
    const mute = createServer();
    const port = await listen(mute);
    const abort = new AbortController();
    const dialling = tlsDialer(ends(port)).dial(abort.signal);
    abort.abort();
    await expect(dialling).rejects.toMatchObject({ kind: "aborted" });
    await expect(tlsDialer(ends(port)).dial(abort.signal)).rejects.toMatchObject({ kind: "aborted" });
  });
});

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
