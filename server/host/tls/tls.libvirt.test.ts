import { createPrivateKey } from "node:crypto";
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { PrivatePki } from "@/e2e/tls/private-pki";
import { TlsLibvirtd } from "@/e2e/tls/tls-libvirtd";
import type { Connection } from "../../libvirt/connection";
import { need } from "../ability";
import { fingerprintOf } from "../route/key-fingerprint";
import { lookAtCertificate } from "./look-at-certificate";
import type { TlsAccess } from "./tls-access";
import { tlsHost } from "./tls-host";

const patience = { timeout: 60_000, interval: 20 };
let there: TlsLibvirtd;
const closers: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  there = await TlsLibvirtd.start();
}, 120_000);

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

afterAll(() => there?.stop());

function hostBy(parts: Partial<TlsAccess> = {}, uri = "qemu:///system") {
  const made = tlsHost({ id: "atlas", uri, ...there.access(parts) });
  closers.push(() => made.close());
  return made.host;
}

const dial = (parts?: Partial<TlsAccess>, uri?: string) => hostBy(parts, uri).libvirt.dial();

async function namesAt(connection: Connection): Promise<string[]> {
  const { domains } = await connection.call("connect_list_all_domains", { need_results: 1, flags: 0 });
  return domains.map(({ name }) => name);
}

test("a host's certificate is seen before anybody signs in", async () => {
  const { route } = there.access();
  const { key, said } = await lookAtCertificate(route);
  expect(fingerprintOf(key)).toBe(there.fingerprint);
  expect(said).toContain("CN=server, O=trial, signed by CN=Trial CA");
  const stranger = new PrivatePki("Stranger");
  closers.push(async () => stranger.remove());
  await expect(lookAtCertificate({ ...route, ca: stranger.ca })).rejects.toMatchObject({
    trouble: "certificate",
    fix: expect.stringContaining("/etc/pki/CA/cacert.pem"),
  });
  const elsewhere = { ...route, target: { ...route.target, host: "127.0.0.2" } };
  await expect(lookAtCertificate(elsewhere)).rejects.toMatchObject({ trouble: "unreachable" });
});

describe("signing in", () => {
  test("works by a certificate that the host's authority has signed, to a name and to an address", async () => {
    for (const host of ["127.0.0.1", "localhost"]) {
      const { route } = there.access();
      const connection = await dial({ route: { ...route, target: { ...route.target, host } } });
      expect(await namesAt(connection)).toEqual([]);
      await connection.close();
    }
  });

  test("works by a key with a passphrase", async () => {
    const sealed = createPrivateKey(there.client.privateKey).export({
      type: "pkcs8",
      format: "pem",
      cipher: "aes-256-cbc",
      passphrase: "correct horse",
    });
    const credential = {
      kind: "client-key",
      privateKey: String(sealed),
      passphrase: "correct horse",
    } as const;
    await (await dial({ credential })).close();
    await expect(dial({ credential: { ...credential, passphrase: "wrong" } })).rejects.toMatchObject({
      trouble: "sign-in",
    });
  });

  test("is refused in words, with where its reason stands", async () => {
    const stranger = new PrivatePki("Stranger");
    closers.push(async () => stranger.remove());
    for (const pair of [stranger.issue({ name: "client" }), there.pki.issue({ name: "old", days: -1 })]) {
      const { route } = there.access();
      const refused = dial({
        route: { ...route, certificate: pair.certificate },
        credential: { kind: "client-key", privateKey: pair.privateKey, passphrase: null },
      });
      await expect(refused).rejects.toMatchObject({
        trouble: "sign-in",
        message: expect.stringContaining("refused Passdeck’s client certificate"),
        fix: expect.stringContaining("journalctl -u libvirtd"),
      });
    }
  });

  test("stops where the host's key is another one, though its authority has signed it", async () => {
    await expect(dial({ expectedKey: "SHA256:other" })).rejects.toMatchObject({
      trouble: "key-changed",
      message: expect.stringContaining(there.fingerprint),
    });
    await (await dial({ expectedKey: null })).close();
  });

  test("goes to no user's own libvirt", async () => {
    await expect(dial({}, "qemu:///session")).rejects.toMatchObject({ kind: "unsupported" });
  });
});

test("some hundred VMs are listed and read at once, and nothing is left waiting", async () => {
  const connection = await dial({}, "test:///default");
  const before = (await namesAt(connection)).length;
  const names = Array.from({ length: 300 }, (_none, index) => `vm-${index}`);
  const xmlOf = (name: string) => bareDomainXml(name, []).replace('type="qemu"', 'type="test"');
  await Promise.all(
    names.map((name) => connection.call("domain_define_xml_flags", { xml: xmlOf(name), flags: 0 })),
  );
  for (let round = 0; round < 3; round += 1) {
    const { domains } = await connection.call("connect_list_all_domains", { need_results: 1, flags: 0 });
    expect(domains).toHaveLength(before + names.length);
    const read = domains.map((dom) =>
      connection.call("domain_get_xml_desc", { dom, flags: 0 }, { timeoutMs: 20_000 }),
    );
    const pings = domains.map(() =>
      connection.call("connect_get_lib_version", undefined, { timeoutMs: 20_000 }),
    );
    expect((await Promise.all(read)).every(({ xml }) => xml.includes("<domain"))).toBe(true);
    await Promise.all(pings);
  }
  await connection.close();
}, 120_000);

test("all else of the host says that it takes ssh", async () => {
  const host = hostBy();
  for (const what of [
    "files",
    "writer",
    "configuration",
    "tools",
    "schemas",
    "sockets",
    "qemuFiles",
  ] as const)
    expect(host[what].why, what).toMatch(
      /reached by TLS only, which gives libvirt alone\. Add it by ssh for /,
    );
  expect(host.guard.why).toContain("Open Passdeck on the host itself");
  expect(() => need(host.files)).toThrow("Add it by ssh");
});

test("a serial console works", async () => {
  const serial = {
    name: "serial",
    attributes: { type: "pty" },
    children: [{ name: "target", attributes: { port: "0" } }],
  };
  const host = hostBy();
  const connection = await host.libvirt.dial();
  const xml = bareDomainXml("talks", [serial]).replace("<os>", "<os><bios useserial='yes'/>");
  const { dom } = await connection.call("domain_create_xml", { xml_desc: xml, flags: 0 });
  const own = await host.libvirt.pool.open();
  const stream = await own.openStream("domain_open_console", { dom, dev_name: null, flags: 1 });
  const said = once(stream, "data");
  await connection.call("domain_reset", { dom, flags: 0 });
  expect(String((await said)[0]).length).toBeGreaterThan(0);
  stream.destroy();
  await connection.call("domain_destroy", { dom });
  await connection.close();
}, 60_000);

describe("a libvirt that goes away", () => {
  test("is noticed at once where it was killed, and reached again when it is back", async () => {
    const host = hostBy();
    const connection = await host.libvirt.dial();
    await there.libvirtd.kill();
    expect(await connection.closed).toBeInstanceOf(Error);
    await expect(host.libvirt.dial()).rejects.toMatchObject({ trouble: "unreachable" });
    await there.libvirtd.start();
    await (await host.libvirt.dial()).close();
  });

  test("is noticed by the keepalive where it was stopped", async () => {
    const connection = await dial();
    there.libvirtd.pause();
    const reason = await connection.closed;
    there.libvirtd.resume();
    expect(reason).toMatchObject({ kind: "timeout" });
    await vi.waitUntil(() => there.libvirtd.serves(), patience);
  }, 60_000);

  test("with another key is told with both fingerprints, though its authority has signed it", async () => {
    const host = hostBy();
    const before = there.fingerprint;
    there.renew();
    await there.libvirtd.restart();
    const after = there.fingerprint;
    await expect(host.libvirt.dial()).rejects.toMatchObject({
      trouble: "key-changed",
      message: expect.stringMatching(new RegExp(`${escaped(after)}.*${escaped(before)}`)),
    });
    await (await dial()).close();
  });
});

function escaped(text: string): string {
  return text.replace(/[+/.]/g, "\\$&");
}
