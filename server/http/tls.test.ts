import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { connect as connectTls } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { givenCertificate, selfSignedCertificate } from "./certificate";
import { startTestServer, type TestServer } from "./test-server.test-data";

const day = 86_400_000;

describe("the TLS port", () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ tls: { kind: "self-signed" } });
  });

  afterAll(() => server.stop());

  async function plain(request: string): Promise<string> {
    const socket = connect(server.port, "127.0.0.1");
    socket.write(request);
    return text(socket);
  }

  test("speaks TLS with a certificate for every address of this machine", async () => {
    const socket = connectTls({ port: server.port, host: "127.0.0.1", rejectUnauthorized: false });
    await once(socket, "secureConnect");
    const certificate = new X509Certificate(socket.getPeerCertificate(true).raw);
    socket.destroy();
    const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    for (const { address, family } of addresses) {
      if (family === "IPv4") expect(certificate.checkIP(address)).toBe(address);
    }
    expect(certificate.checkIP("::1")).toBe("::1");
    expect(certificate.checkHost("localhost")).toBe("localhost");
  });

  test("keeps the key where only its owner can read it", () => {
    expect(statSync(join(server.dataFolder, "certificate.pem")).mode & 0o777).toBe(0o600);
    expect(statSync(server.dataFolder).mode & 0o077).toBe(0);
  });

  test("redirects who speaks plain HTTP", async () => {
    const answer = await plain(`GET /vms?q=1 HTTP/1.1\r\nHost: localhost:${server.port}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 307 /);
    expect(answer).toContain(`Location: https://localhost:${server.port}/vms?q=1\r\n`);
    expect(answer).toContain("X-Content-Type-Options: nosniff");
  });

  test.each([
    ["a foreign Host", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n"],
    ["a change", "POST /api/trpc/session.signIn HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"],
    ["nonsense", "\x00\x01\x02\r\n\r\n"],
  ])("redirects nothing for %s", async (_, request) => {
    const answer = await plain(request);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toContain("Location");
  });

  test("survives connections that end or break at any point", async () => {
    for (const bytes of ["", "\x16", "\x16\x03\x01\x02\x00\x01", "G", "GET / HTTP/1.1\r\n"]) {
      const socket = connect(server.port, "127.0.0.1");
      await once(socket, "connect");
      socket.write(bytes);
      socket.resetAndDestroy();
      await once(socket, "close");
    }
    expect((await server.request("/healthz")).status).toBe(200);
  });

  test("takes a handshake that comes byte by byte", async () => {
    const socket = connect(server.port, "127.0.0.1").setNoDelay(true);
    const secure = connectTls({ socket: slowly(socket), rejectUnauthorized: false });
    secure.write(`GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(await text(secure)).toContain('"status":"ok"');
  });
});

/** Cuts the first write into its first byte and the rest. */
function slowly(socket: ReturnType<typeof connect>): typeof socket {
  const write = socket.write.bind(socket);
  let first = true;
  socket.write = (chunk: Uint8Array | string, ...rest: never[]) => {
    if (!first || typeof chunk === "string") return write(chunk, ...rest);
    first = false;
    write(chunk.subarray(0, 1));
    return write(chunk.subarray(1), ...rest);
  };
  return socket;
}

describe("the self-signed certificate", () => {
  let folder: string;
  const names = { names: ["localhost", "box"], addresses: ["127.0.0.1", "192.168.1.5", "2001:db8::7"] };
  const now = Date.now();

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "passdeck-certificate-"));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test("stays the same from start to start", async () => {
    const first = await selfSignedCertificate(folder, names, now);
    expect(await selfSignedCertificate(folder, names, now)).toEqual(
      await selfSignedCertificate(folder, names, now),
    );
    expect((await selfSignedCertificate(folder, names, now)).cert).toContain(first.cert.trim());
  });

  test("is made anew when it is about to expire, and not before", async () => {
    const serial = async (at: number) => serialOf((await selfSignedCertificate(folder, names, at)).cert);
    const first = await serial(now);
    expect(await serial(now + 300 * day)).toBe(first);
    expect(await serial(now + 380 * day)).not.toBe(first);
  });

  test("is made anew for a new IPv4 address or name, not for an IPv6 address of the day", async () => {
    const first = serialOf((await selfSignedCertificate(folder, names, now)).cert);
    const other = { ...names, addresses: [...names.addresses, "2001:db8::8"] };
    expect(serialOf((await selfSignedCertificate(folder, other, now)).cert)).toBe(first);
    const moved = await selfSignedCertificate(folder, { ...names, addresses: ["192.168.1.6"] }, now);
    expect(new X509Certificate(moved.cert).checkIP("192.168.1.6")).toBe("192.168.1.6");
    const renamed = await selfSignedCertificate(
      folder,
      { names: ["box.lan"], addresses: ["192.168.1.6"] },
      now,
    );
    expect(new X509Certificate(renamed.cert).checkHost("box.lan")).toBe("box.lan");
  });

  test("is made anew where its file is broken", async () => {
    writeFileSync(join(folder, "certificate.pem"), "nonsense");
    expect(serialOf((await selfSignedCertificate(folder, names, now)).cert)).toMatch(/^[0-9A-F]+$/);
    expect(readFileSync(join(folder, "certificate.pem"), "utf8")).toContain("PRIVATE KEY");
  });
});

function serialOf(pem: string): string {
  return new X509Certificate(pem).serialNumber;
}

describe("a given certificate", () => {
  test("that can't be used is named", () => {
    expect(() => givenCertificate("/no/cert.pem", "/no/key.pem")).toThrow(
      "/no/cert.pem and /no/key.pem can't be used",
    );
  });

  test("brings Strict-Transport-Security", async () => {
    const folder = mkdtempSync(join(tmpdir(), "passdeck-given-"));
    const pair = await selfSignedCertificate(folder, { names: ["localhost"], addresses: ["127.0.0.1"] });
    const [certificate, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
    writeFileSync(certificate, pair.cert);
    writeFileSync(key, pair.key);
    const server = await startTestServer({ tls: { kind: "files", certificate, key } });
    const { headers } = await server.request("/sign-in");
    expect(headers["strict-transport-security"]).toBe("max-age=31536000");
    await server.stop();
    rmSync(folder, { recursive: true });
  });
});
