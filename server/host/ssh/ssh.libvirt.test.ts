import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { testProgram } from "@/e2e/programs/test-program";
import { PrivateSshd, rootPassword } from "@/e2e/ssh/private-sshd";
import { need } from "../ability";
import { fingerprintOf } from "../route/key-fingerprint";
import { temporaryFolder } from "../tree.test-data";
import { lookAtKey } from "./host-keys";
import type { SshCredential } from "./ssh-agent";
import { sshHost } from "./ssh-host";
import { SshLink } from "./ssh-link";
import { SshMaster } from "./ssh-master";
import { sshTools } from "./ssh-tools";

let libvirtd: PrivateLibvirtd;
let sshd: PrivateSshd;
const closers: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  [libvirtd, sshd] = await Promise.all([startPrivateLibvirtd(), PrivateSshd.start()]);
}, 120_000);

afterAll(async () => {
  for (const close of closers.splice(0)) await close();
  await Promise.all([libvirtd?.stop(), sshd?.stop()]);
});

function hostBy(over: PrivateSshd, credential: SshCredential = over.access().credential) {
  const made = sshHost({ id: "atlas", uri: libvirtd.uri, ...over.access({ credential }) });
  closers.push(() => made.close());
  return made;
}

async function linkTo(over: PrivateSshd): Promise<SshLink> {
  const link = new SshLink(over.access());
  closers.push(() => link.close());
  return link;
}

describe("signing in", () => {
  test("works by a key, and leaves no key in a file", async () => {
    const master = await SshMaster.open(sshd.access());
    expect(await master.stands()).toBe(true);
    await master.close();
    expect(await master.stands()).toBe(false);
  });

  test("works by a password; a wrong one is told", async () => {
    const master = await SshMaster.open(
      sshd.access({ credential: { kind: "password", password: rootPassword } }),
    );
    await master.close();
    const wrong = SshMaster.open(sshd.access({ credential: { kind: "password", password: "wrong" } }));
    await expect(wrong).rejects.toMatchObject({ trouble: "sign-in" });
  });

  test("fails by a key that the host doesn't know, and by one that is none", async () => {
    const other = await PrivateSshd.start();
    closers.push(() => other.stop());
    const { credential } = other.access();
    await expect(SshMaster.open(sshd.access({ credential }))).rejects.toMatchObject({ trouble: "sign-in" });
    const none = {
      kind: "key",
      privateKey: "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n",
      passphrase: null,
    } as const;
    await expect(SshMaster.open(sshd.access({ credential: none }))).rejects.toMatchObject({
      trouble: "sign-in",
      message: expect.stringContaining("private key"),
    });
  });

  test("stops where the key is not known, or another", async () => {
    await expect(SshMaster.open(sshd.access({ pins: [] }))).rejects.toMatchObject({ trouble: "key-unknown" });
    const other = await PrivateSshd.start();
    closers.push(() => other.stop());
    const pins = [other.hostKey];
    await expect(SshMaster.open(sshd.access({ pins }))).rejects.toMatchObject({ trouble: "key-changed" });
  });

  test("tells a port where nobody listens, and a name that leads nowhere", async () => {
    const { route } = sshd.access();
    const to = (target: Partial<typeof route.target>) =>
      SshMaster.open(sshd.access({ route: { target: { ...route.target, ...target }, jumps: [] } }));
    await expect(to({ port: 1 })).rejects.toMatchObject({ trouble: "unreachable" });
    await expect(to({ host: "nowhere.invalid" })).rejects.toMatchObject({ trouble: "no-name" });
  });

  test("goes by way of a jump host, each with the key that is its own", async () => {
    const target = await PrivateSshd.start(["ListenAddress 127.0.0.2"]);
    closers.push(() => target.stop());
    target.authorize(sshd);
    const route = {
      target: { host: "127.0.0.2", port: target.port, user: "root" },
      jumps: [{ host: "127.0.0.1", port: sshd.port, user: "root" }],
    };
    const { credential } = sshd.access();
    const master = await SshMaster.open({ route, pins: [sshd.hostKey, target.hostKey], credential });
    await master.close();
    const swapped = SshMaster.open({ route, pins: [target.hostKey, sshd.hostKey], credential });
    await expect(swapped).rejects.toMatchObject({ trouble: "key-changed" });
  });
});

test("a host's key is seen before anybody signs in", async () => {
  const access = sshd.access({ pins: [] });
  const { hop, key } = await lookAtKey(access, 0);
  expect(hop).toEqual(access.route.target);
  expect(key).toEqual(sshd.hostKey);
  const printed = execFileSync("ssh-keygen", ["-lf", `${sshd.folder}/host.pub`], { encoding: "utf8" });
  expect(printed).toContain(fingerprintOf(key));
});

test("a host that is known by its key's fingerprint is signed in to if it has that key", async () => {
  const by = (expectedKey: string) => {
    const made = sshHost({ id: "atlas", uri: libvirtd.uri, ...sshd.access({ pins: [], expectedKey }) });
    closers.push(() => made.close());
    return made.host.libvirt;
  };
  const libvirt = by(fingerprintOf(sshd.hostKey));
  for (const _round of [1, 2]) await (await libvirt.dial()).close();
  await expect(by(`SHA256:${"A".repeat(43)}`).dial()).rejects.toMatchObject({
    trouble: "key-changed",
    message: expect.stringContaining(fingerprintOf(sshd.hostKey)),
  });
});

describe("libvirt", () => {
  const names = async (host: ReturnType<typeof hostBy>["host"]) => {
    const connection = await host.libvirt.dial();
    const { domains } = await connection.call("connect_list_all_domains", { need_results: 1, flags: 0 });
    await connection.close();
    return domains.map(({ name }) => name);
  };

  test("is reached by a forwarded socket", async () => {
    const { host } = hostBy(sshd);
    const connection = await host.libvirt.dial();
    await connection.call("domain_define_xml_flags", { xml: bareDomainXml("far", []), flags: 0 });
    await connection.close();
    expect(await names(host)).toEqual(["far"]);
  });

  test("is reached by a program where sshd forwards no sockets", async () => {
    const strict = await PrivateSshd.start(["AllowStreamLocalForwarding no"]);
    closers.push(() => strict.stop());
    expect(await names(hostBy(strict).host)).toContain("far");
  });

  test("that is not there is told", async () => {
    const made = sshHost({
      id: "atlas",
      uri: "qemu+unix:///system?socket=/run/no-such-socket",
      ...sshd.access(),
    });
    closers.push(() => made.close());
    await expect(made.host.libvirt.dial()).rejects.toMatchObject({
      trouble: "refused",
      message: expect.stringContaining("/run/no-such-socket"),
    });
  });

  test("that is lost with its connection is told so, and comes back with a new one", async () => {
    const own = await PrivateSshd.start();
    closers.push(() => own.stop());
    const { host } = hostBy(own);
    const connection = await host.libvirt.dial();
    expect(await host.libvirt.whyLost()).toBeNull();
    for (const pid of own.sessions()) process.kill(pid, "SIGKILL");
    await connection.closed;
    expect(await host.libvirt.whyLost()).toMatchObject({ trouble: "ended" });
    expect(await names(host)).toContain("far");
  });
});

test("programs get their arguments as they are, and tell how they ended", async () => {
  const tools = sshTools(await linkTo(sshd));
  const words = ["a b", "it's", "$HOME", "`id`", "back\\slash\\\\", "line\nbreak", "ü*?[x]", "-n", "", "!!"];
  const { output, status } = await tools.run("printf", ["%s|", ...words]);
  expect([status, output]).toEqual([0, `${words.join("|")}|`]);
  expect(await tools.run("sh", ["-c", "echo no >&2; exit 3"])).toMatchObject({ status: 3, errors: "no" });
  expect((await tools.run("no-such-program", [])).status).toBe(127);
});

test("a socket of the host is reached; one that nobody listens on is told", async () => {
  const { host } = hostBy(sshd);
  const { signal } = new AbortController();
  const sockets = need(host.sockets);
  const socket = await sockets.connect({ host: "127.0.0.1", port: sshd.port }, signal);
  expect(String(socket.read())).toContain("SSH-2.0");
  socket.destroy();
  await expect(sockets.connect({ path: "/run/no-such-socket" }, signal)).rejects.toMatchObject({
    trouble: "refused",
  });
});

test("what takes root is done by Passdeck's root helper where that is installed, and refused where it is not", async () => {
  const folder = temporaryFolder();
  const program = await testProgram("server/host/root/testing/helper-main.ts");
  const helper = join(folder, "passdeck");
  writeFileSync(helper, `#!/bin/sh\nexec ${process.execPath} ${program} ${folder}\n`, { mode: 0o755 });
  const helped = await PrivateSshd.start([`SetEnv PATH=${folder}:/usr/bin:/bin`]);
  closers.push(() => helped.stop());
  const { host } = hostBy(helped);
  expect(host.writer.why).toContain("no root helper on root@127.0.0.1");
  await need(host.tools).run("true", []);
  await vi.waitUntil(() => host.writer.value !== null, { timeout: 30_000 });
  mkdirSync(join(folder, "etc/modprobe.d"), { recursive: true });
  const path = "etc/modprobe.d/vfio.conf";
  await need(host.configuration).replace({ path, from: null, to: "options vfio-pci\n", executable: false });
  expect(readFileSync(join(folder, path), "utf8")).toBe("options vfio-pci\n");
  const { host: plain } = hostBy(sshd);
  await need(plain.tools).run("true", []);
  expect(plain.writer.why).toContain("Install Passdeck’s package");
});

test("its files are read", async () => {
  const { host } = hostBy(sshd);
  expect(await need(host.files).readText("proc/version")).toContain("Linux");
});
