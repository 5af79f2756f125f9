import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { cpioArchive } from "@/e2e/guest/cpio";
import { ensureGuest } from "@/e2e/guest/guest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { CreateRig, hostId, newName, patience, specification } from "@/e2e/libvirtd/create-rig";
import type { LinuxAnswers } from "../create/answers/linux/linux-answers.schema";
import { missingTo } from "../create/medium/cpio";
import { idleKernel, installerIso } from "../work/kill/testing/installer-iso.test-data";
import type { ElementPlan } from "../xml/build-xml";

const run = promisify(execFile);
/** The boot of an emulated guest, on a machine that may be busy. */
const boot = { timeout: 240_000 };

let rig: CreateRig;

const settings: LinuxAnswers = {
  user: "ada",
  passwordHash: "$6$salt$hash",
  sshKeys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA ada@laptop"],
  hostname: "web",
  language: "de_DE",
  keyboard: "de",
  timeZone: "Europe/Berlin",
  disk: "plain",
  packages: ["vim"],
  guestAgent: true,
  network: { kind: "dhcp" },
};

/** An installer that restarts the VM where it finds its answers, and otherwise does nothing. */
const installer = `#!/bin/busybox sh
/bin/busybox grep -q "username string ada" /preseed.cfg &&
/bin/busybox grep -q ada@laptop /authorized_keys && /bin/busybox reboot -f
while :; do /bin/busybox sleep 60; done
`;

beforeAll(async () => {
  rig = await CreateRig.start();
  const guest = await ensureGuest();
  const initrd = await readFile(guest.initrd);
  const init = cpioArchive([{ path: "init", mode: 0o100755, content: Buffer.from(installer) }]);
  const debian = Buffer.concat([initrd, Buffer.alloc(missingTo(initrd.length)), init]);
  const files = { "install.amd/vmlinuz": guest.kernel, "install.amd/initrd.gz": debian };
  await installerIso(isoPath("debian.iso"), files);
  const ubuntu = { "casper/vmlinuz": idleKernel(), "casper/initrd": Buffer.alloc(999) };
  await installerIso(isoPath("ubuntu.iso"), ubuntu, "Ubuntu-Server 24.04.1 LTS amd64");
  await writeFile(isoPath("none.iso"), "");
  await rig.virsh("pool-refresh", "disks");
}, 400_000);

afterAll(() => rig?.stop());

function diskOn(file: string): ElementPlan {
  const [source, target] = [{ file }, { dev: "hda", bus: "ide" }];
  return {
    name: "disk",
    attributes: { type: "file", device: "disk" },
    children: [
      { name: "source", attributes: source },
      { name: "target", attributes: target },
    ],
  };
}

const isoPath = (name: string) => join(rig.folder, "pool", name);

function installed(name: string, iso: string, how: "preseed" | "kickstart" | "autoinstall") {
  const source = { kind: "volume" as const, pool: "disks", volume: iso };
  const { kind, specification: vm } = specification(name);
  const asked = { ...vm, memory: { bytes: 256 * 2 ** 20 }, opticalDrives: [{ source }] };
  const answers = { kind: "linux" as const, installer: how, pool: "disks", settings };
  return { kind, specification: asked, answers };
}

test("an ISO is known by its label, and what is none by nothing", async () => {
  const medium = (volume: string) => rig.api.create.medium.query({ hostId, pool: "disks", volume });
  expect(await medium("debian.iso")).toEqual({ label: "Debian 12.7.0 amd64 n", installer: "preseed" });
  expect(await medium("ubuntu.iso")).toMatchObject({ installer: "autoinstall" });
  expect(await medium("none.iso")).toEqual({ label: null, installer: null });
});

test("Debian’s installer is started with its answers, and the VM from its disk when it is through", async () => {
  const name = newName();
  const { job, vmId, plan } = await rig.make(installed(name, "debian.iso", "preseed"), true);
  expect(job).toMatchObject({ state: "done", problem: null });
  expect(plan.steps.map(({ title }) => title)).toContain(`Start the installer in ${name}`);
  // It restarts the VM only where it has found its answers.
  const saved = () => rig.virsh("dumpxml", "--inactive", name);
  await vi.waitUntil(async () => !(await saved()).includes("passdeck:installing"), boot);
  await vi.waitUntil(
    async () => (await rig.volumes()).every((volume) => !volume.includes("installer")),
    boot,
  );
  expect(await rig.virsh("domstate", name)).toBe("running");
  const xml = await rig.virsh("dumpxml", name);
  expect(xml).not.toContain("<kernel>");
  expect(xml).toContain("<on_reboot>restart</on_reboot>");
  expect(await saved()).not.toContain("<kernel>");
  expect(await rig.kept()).toContain(vmId);
  expect(await rig.kept()).not.toContain("$6$salt");
  await rig.virsh("destroy", name);
}, 400_000);

test("Ubuntu’s is told not to ask, and has its answers on a CD; one that is forced off is cleaned up", async () => {
  const name = newName();
  const { job } = await rig.make(installed(name, "ubuntu.iso", "autoinstall"), true);
  expect(job).toMatchObject({ state: "done", problem: null });
  const xml = await rig.virsh("dumpxml", name);
  expect(xml).toContain("<cmdline>autoinstall console=ttyS0</cmdline>");
  expect(xml).toContain("<on_reboot>destroy</on_reboot>");
  const cd = ["-i", isoPath(`${name}-answers.iso`)];
  expect((await run("isoinfo", [...cd, "-d"])).stdout).toContain("Volume id: CIDATA");
  expect((await run("isoinfo", [...cd, "-J", "-x", "/user-data"])).stdout).toContain("/dev/vda");
  const initrd = await readFile(isoPath(`${name}-installer-initrd`));
  expect(initrd.equals(Buffer.alloc(999))).toBe(true);
  // What another VM uses is not deleted, and not forgotten: it is done anew once that lets go of it.
  const other = newName();
  const definition = join(rig.folder, "other.xml");
  await writeFile(definition, bareDomainXml(other, [diskOn(isoPath(`${name}-installer-initrd`))]));
  await rig.virsh("define", definition);
  await rig.virsh("destroy", name);
  await vi.waitUntil(
    async () => (await rig.volumes()).every((volume) => !volume.includes("kernel")),
    patience,
  );
  expect(await rig.volumes()).toContain(`${name}-installer-initrd`);
  expect(await rig.virsh("dumpxml", name)).toContain("passdeck:installing");
  await rig.virsh("undefine", other);
  await vi.waitUntil(
    async () => !(await rig.virsh("dumpxml", name)).includes("passdeck:installing"),
    patience,
  );
  await vi.waitUntil(
    async () => (await rig.volumes()).every((volume) => !volume.includes("installer")),
    patience,
  );
  expect(await rig.virsh("domstate", name)).toBe("shut off");
}, 400_000);

test("Anaconda’s answers are on the CD that it looks for", async () => {
  const name = newName();
  await rig.make(installed(name, "debian.iso", "kickstart"));
  const cd = ["-i", isoPath(`${name}-answers.iso`)];
  expect((await run("isoinfo", [...cd, "-d"])).stdout).toContain("Volume id: OEMDRV");
  const { stdout } = await run("isoinfo", [...cd, "-J", "-x", "/ks.cfg"]);
  expect(stdout).toContain("ignoredisk --only-use=vda");
  expect(stdout).toContain("user --name=ada --groups=wheel --iscrypted --password=$6$salt$hash");
  expect(await rig.virsh("dumpxml", name)).not.toContain("passdeck:installing");
});

test.each([
  ["is not started", "debian.iso", false, /Start after creation/],
  ["has another installer’s ISO", "ubuntu.iso", true, /has no \/install.amd\/vmlinuz/],
])("a VM that %s is refused before there is a job", async (_what, iso, start, why) => {
  const request = { source: installed(newName(), iso, "preseed"), start };
  const { plan } = await rig.api.create.plan.mutate({ hostId, request });
  expect(plan.refusal).toMatch(why);
});
