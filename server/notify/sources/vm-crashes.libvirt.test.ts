import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { guestDomainXml } from "@/e2e/guest/domain-xml";
import { ensureGuest, type Guest } from "@/e2e/guest/guest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { Fleet } from "../../fleet/fleet";
import { testHost } from "../../host/test-host.test-data";
import { everything, notifyWorld, webhookWish } from "../notify-world.test-data";
import { httpServer } from "../send/small-servers.test-data";
import { tellCrashes } from "./vm-crashes";

const run = promisify(execFile);
const log = pino({ level: "silent" });
let libvirtd: PrivateLibvirtd;
let guest: Guest;
let folder: string;
let fleet: Fleet;

const virsh = async (...words: string[]) =>
  (await run("virsh", ["-q", "-c", libvirtd.uri, ...words])).stdout.trim();

beforeAll(async () => {
  [libvirtd, guest, folder] = await Promise.all([
    startPrivateLibvirtd(),
    ensureGuest(),
    mkdtemp(join(tmpdir(), "crash-")),
  ]);
  fleet = new Fleet([testHost("local", libvirtd.uri)], log);
  const connected = new Promise<void>((resolve) => {
    fleet.watch(({ hosts }) => hosts.some(({ connection }) => connection === "connected") && resolve());
  });
  fleet.start();
  await connected;
}, 180_000);

afterAll(async () => {
  await fleet?.stop();
  await libvirtd?.stop();
  await rm(folder, { recursive: true, force: true });
});

test.each([
  ["a VM", "define"],
  ["a transient VM", "create"],
])(
  "of %s whose QEMU is killed a webhook is told, of one that is shut off by somebody none",
  async (_what, verb) => {
    const server = await httpServer();
    const { notifications } = notifyWorld();
    notifications.save(
      null,
      webhookWish(server.url, { rules: [{ ...everything, subjects: ["vm-crashed"] }] }),
    );
    notifications.start();
    const stop = tellCrashes({ fleet, notifications, log });
    const [forced, crashed] = [`forced-${verb}`, `crashed-${verb}`];
    for (const name of [forced, crashed]) {
      const path = join(folder, `${name}.xml`);
      await writeFile(path, guestDomainXml(guest, { name }));
      await virsh(verb, path);
      if (verb === "define") await virsh("start", name);
    }
    await virsh("destroy", forced);
    // As a bug of it, or the kernel for want of memory, would end it.
    process.kill(await libvirtd.guestPid(crashed), "SIGKILL");
    await server.until(1);
    stop();
    const [body] = server.received.map((one) => JSON.parse(one.body));
    expect([body.severity, body.events.map(({ title }: { title: string }) => title)]).toEqual([
      "critical",
      [`The VM ${crashed} crashed`],
    ]);
    if (verb === "define") for (const name of [forced, crashed]) await virsh("undefine", name);
  },
  120_000,
);
