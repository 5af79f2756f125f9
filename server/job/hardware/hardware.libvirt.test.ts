import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { DefinitionVersions } from "../../database/definition-versions";
import type { Database } from "../../database/open-database";
import { Fleet } from "../../fleet/fleet";
import { deviceKinds } from "../../vm/hardware/device-kinds.schema";
import type { Values } from "../../vm/hardware/field.schema";
import type { HardwareEdit } from "../../vm/hardware/hardware-edit.schema";
import { type Hardware, readHardware } from "../../vm/hardware/read-hardware";
import { parseXml } from "../../vm/xml";
import { LiveDomain } from "../attach/live-domain";
import { DefinitionHistory } from "../definition/definition-history";
import { newJobs, openTestDatabase, silentLog } from "../test-world.test-data";
import { hardwareKind } from "./hardware-kind";
import { planHardware } from "./plan-hardware";

const run = promisify(execFile);
const hostId = "local";
const name = `hardware-${randomBytes(4).toString("hex")}`;
const password = "s3cret";

let libvirtd: PrivateLibvirtd;
let folder: string;
let fleet: Fleet;
let database: Database;
let definitions: DefinitionHistory;
let vmId: string;

const virsh = async (...words: string[]) =>
  (await run("virsh", ["-q", "-c", libvirtd.uri, ...words])).stdout.trim();
const definition = () => virsh("dumpxml", name, "--inactive", "--security-info");
const running = () => virsh("dumpxml", name);

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  folder = await mkdtemp(join(tmpdir(), "hardware-"));
  for (const iso of ["one.iso", "two.iso", "disk.img"])
    await writeFile(join(folder, iso), Buffer.alloc(2 ** 20));
  const file = join(folder, "domain.xml");
  const ports = [1, 2, 3, 4, 5, 6]
    .map((index) => `<controller type='pci' index='${index}' model='pcie-root-port'/>`)
    .join("");
  await writeFile(
    file,
    `<domain type='qemu'><name>${name}</name><memory unit='MiB'>128</memory><vcpu current='1'>2</vcpu>
<os><type arch='x86_64' machine='q35'>hvm</type></os><features><acpi/></features>
<devices>${ports}<disk type='file' device='cdrom'><source file='${join(folder, "one.iso")}'/><target dev='sda' bus='sata'/></disk>
<graphics type='vnc' port='-1' passwd='${password}'/></devices></domain>`,
  );
  await virsh("define", file);
  vmId = await virsh("domuuid", name);
  fleet = new Fleet([{ id: hostId, uri: libvirtd.uri, demo: false, tree: null }], silentLog);
  fleet.start();
  await vi.waitUntil(() => fleet.vmsOf(hostId).length > 0, { timeout: 60_000, interval: 20 });
  database = openTestDatabase();
  definitions = new DefinitionHistory(fleet, new DefinitionVersions(database), silentLog);
}, 180_000);

afterAll(async () => {
  await fleet?.stop();
  await virsh("destroy", name).catch(() => undefined);
  await virsh("undefine", name, "--nvram").catch(() => undefined);
  await libvirtd?.stop();
  database?.close();
  await rm(folder, { recursive: true, force: true });
});

async function hardware(): Promise<Hardware> {
  const { saved, live } = await new LiveDomain(fleet, hostId, vmId).describe();
  return readHardware(parseXml(saved), live === null ? null : parseXml(live));
}

const device = async (kind: string) => (await hardware()).devices.find((one) => one.kind === kind);
const values = async (key: string) => {
  const { sections, devices } = await hardware();
  return [...sections.map(({ id, values: all }) => ({ key: id, values: all })), ...devices].find(
    (one) => one.key === key,
  )?.values;
};

async function planned(edit: HardwareEdit, alsoLive = true) {
  const described = await new LiveDomain(fleet, hostId, vmId).describe();
  return planHardware({ id: vmId, name, ...described, hostCpus: 2 }, { edit, alsoLive, by: "ada" });
}

async function carryOut(edit: HardwareEdit, alsoLive = true) {
  const { plan, input } = await planned(edit, alsoLive);
  expect(plan.refusal).toBeNull();
  const jobs = newJobs(database, [hardwareKind({ fleet, definitions })]);
  const { title, kind, steps } = plan;
  const { id } = jobs.start({ title, kind, steps, hostId, subjects: [vmId], startedBy: "ada", input });
  return { plan, job: await jobs.ended(id) };
}

const done = async (edit: HardwareEdit, alsoLive = true) => {
  const { plan, job } = await carryOut(edit, alsoLive);
  expect(job).toMatchObject({ state: "done", problem: null });
  return plan;
};

async function change(key: string, to: Record<string, string | null>): Promise<HardwareEdit> {
  const now: Values = (await values(key)) ?? {};
  const from = Object.fromEntries(Object.keys(to).map((field) => [field, now[field] ?? null]));
  return { act: "change", key, from, to };
}

const add = (kind: string, more: Record<string, string | null> = {}): HardwareEdit => {
  const fresh = deviceKinds.find(({ id }) => id === kind)?.fresh;
  return { act: "add", kind, values: { ...fresh, ...more }, newVolume: null };
};

describe("a VM that is off", () => {
  let before: string;
  beforeEach(async () => {
    before = await definition();
  });

  const host: Readonly<Record<string, Record<string, string | null>>> = {
    disk: { file: "/srv/none.qcow2" },
    folder: { folder: "/srv", tag: "share" },
    usb: { vendor: "0x1d6b", product: "0x0002" },
  };
  // A module needs NUMA nodes in the guest, redirection and the smart card SPICE, a TPM swtpm on the host.
  const needMore = ["memory-module", "redirection", "smart-card", "tpm"];
  const kinds = deviceKinds.filter(({ id, fresh }) => fresh !== undefined && !needMore.includes(id));

  it.each(kinds.map(({ id }) => id))("gets a %s and loses it again", async (id) => {
    const known = (await hardware()).devices.map(({ key }) => key);
    await done(add(id, host[id]));
    const added = (await hardware()).devices.find(({ key, kind }) => kind === id && !known.includes(key));
    const asked = deviceKinds.find((kind) => kind.id === id)?.fresh ?? {};
    const set = Object.entries({ ...asked, ...host[id] }).filter(([, value]) => value !== null);
    expect(added?.values).toMatchObject(Object.fromEntries(set));
    await done({ act: "remove", key: added?.key ?? "", digest: added?.digest ?? "" });
    const { devices } = await hardware();
    expect(devices.map(({ key }) => key)).not.toContain(added?.key);
  });

  it("keeps the password, and who changed what", async () => {
    await done(await change("general", { title: "Another title" }));
    expect(await definition()).toContain(`passwd='${password}'`);
    const [latest] = definitions.versions.all({ hostId, vmId });
    expect(latest).toMatchObject({ by: "ada", what: "Change: general" });
    await done(await change("general", { title: null }));
    expect(await definition()).toBe(before);
  });

  it.each([
    [
      "cpu",
      { vcpus: "4", current: null, mode: "maximum", sockets: "1", dies: "1", cores: "2", threads: "2" },
    ],
    ["memory", { memory: String(256 * 2 ** 20), current: String(192 * 2 ** 20), source: "memfd" }],
    ["firmware", { bootMenu: "yes" }],
    [
      "features",
      { "hyperv-relaxed": "on", "hyperv-spinlocks": "on", "hyperv-retries": "8191", hidden: "on" },
    ],
    ["clock", { offset: "localtime", hpet: "no" }],
    ["pinning", { "vcpu-0": "0", emulator: "1" }],
  ] satisfies [string, Record<string, string | null>][])("has its %s changed", async (key, to) => {
    await done(await change(key, to));
    expect(await values(key)).toMatchObject(
      Object.fromEntries(Object.entries(to).filter(([, value]) => value)),
    );
  });

  it("boots in another order, and by device from then on", async () => {
    await done(add("network", { type: "user", network: null }));
    const card = await device("network");
    const { boot } = await hardware();
    const to = [card?.key ?? "", "drive:sda"];
    await done({ act: "boot", from: boot.order, to });
    expect((await hardware()).boot).toEqual({ order: to, others: [] });
    expect(await definition()).toMatch(/<boot order='1'\/>/);
    expect(await definition()).not.toMatch(/<boot dev=/);
  });

  it("leaves nothing behind where libvirt refuses", async () => {
    const { job } = await carryOut(await change("firmware", { machine: "no-such-machine" }));
    expect(job.state).toBe("undone");
    expect(await definition()).toBe(before);
  });

  it("is not changed on the ground of a definition that it no longer has", async () => {
    const { input, plan } = await planned(await change("general", { title: "Mine" }));
    await virsh("desc", name, "--title", "Theirs", "--config");
    const jobs = newJobs(database, [hardwareKind({ fleet, definitions })]);
    const { id } = jobs.start({ ...plan, hostId, subjects: [vmId], startedBy: "ada", input });
    expect((await jobs.ended(id)).state).toBe("undone");
    expect(await virsh("desc", name, "--title")).toBe("Theirs");
    const theirs = await change("general", { title: "Mine" });
    const stale = await planned({ ...theirs, from: { title: null } } as HardwareEdit);
    expect(stale.plan.refusal).toMatch(/is now “Theirs”, and you asked for “Mine”/);
  });
});

describe("a VM that runs", () => {
  beforeAll(async () => {
    await virsh("start", name);
  }, 60_000);

  it("has the disc in its drive changed at once", async () => {
    const two = join(folder, "two.iso");
    const plan = await done(await change("drive:sda", { file: two }));
    expect(plan.warnings).toEqual([]);
    expect(await running()).toContain(`file='${two}'`);
    expect(await definition()).toContain(`file='${two}'`);
    await done(await change("drive:sda", { file: null }));
    expect(await running()).not.toContain(two);
    expect((await values("drive:sda"))?.file).toBeNull();
  });

  it("gets a disk and a network card at once, with the same MAC address in both", async () => {
    await done(add("disk", { file: join(folder, "disk.img"), format: "raw" }));
    expect(await running()).toContain("disk.img");
    await done(add("network", { type: "user", network: null }));
    const macs = (text: string) => [...text.matchAll(/mac address='(.*?)'/g)].map(([, mac]) => mac);
    expect(macs(await running())).toEqual(macs(await definition()));
  });

  it("has a network card's cable pulled out at once", async () => {
    const card = await device("network");
    await done(await change(card?.key ?? "", { link: "down" }));
    expect(await running()).toContain("<link state='down'/>");
  });

  it("is pinned at once", async () => {
    await done(await change("pinning", { "vcpu-0": "1", emulator: "0" }));
    expect(await virsh("vcpupin", name, "0", "--live")).toMatch(/0\s+1$/);
    expect(await virsh("emulatorpin", name, "--live")).toMatch(/(^|\s)0$/);
  });

  it("gets what can't be changed while it runs at its next start, and says so", async () => {
    const plan = await done(add("sound"));
    expect(plan.warnings[0]).toMatch(/gets it at its next start/);
    expect(await running()).not.toContain("<sound");
    expect((await device("sound"))?.waiting).toBe("added");
  });

  it("is left alone where only the definition is to be changed", async () => {
    const before = await running();
    await done(await change("drive:sda", { file: join(folder, "one.iso") }), false);
    expect(await running()).toBe(before);
    expect((await device("drive"))?.waiting).toBe("changed");
  });

  it("has its definition put back where the machine does not follow", async () => {
    const before = await definition();
    const { job } = await carryOut(add("disk", { file: "/nowhere/none.img", format: "raw" }));
    expect(job.state).toBe("undone");
    expect(await definition()).toBe(before);
  });
});
