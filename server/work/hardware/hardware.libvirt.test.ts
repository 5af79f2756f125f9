import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { deviceForm, deviceForms } from "../../domain/devices/device-forms.schema";
import type { DeviceKind } from "../../domain/devices/device-kind.schema";
import type { HardwareEdit } from "../../domain/hardware/hardware-edit.schema";
import { HardwareWorld, hostId, newDevice } from "./testing/hardware-world";

const password = "s3cret";
let world: HardwareWorld;

beforeAll(async () => {
  world = await HardwareWorld.open(await startPrivateLibvirtd(), async ({ folder, name, ports }) => {
    for (const iso of ["one.iso", "two.iso", "disk.img"])
      await writeFile(join(folder, iso), Buffer.alloc(2 ** 20));
    return `<domain type='qemu'><name>${name}</name><memory unit='MiB'>128</memory><vcpu current='1'>2</vcpu>
<os><type arch='x86_64' machine='q35'>hvm</type></os><features><acpi/></features>
<devices>${ports}<disk type='file' device='cdrom'><source file='${join(folder, "one.iso")}'/><target dev='sda' bus='sata'/></disk>
<graphics type='vnc' port='-1' passwd='${password}'/></devices></domain>`;
  });
}, 180_000);

afterAll(() => world?.close());

describe("a VM that is off", () => {
  let before: string;
  beforeEach(async () => {
    before = await world.definition();
  });

  /** What a person fills in. */
  const host: Partial<Record<DeviceKind, Record<string, string>>> = {
    disk: { file: "/srv/none.qcow2" },
    folder: { folder: "/srv", tag: "share" },
    usb: { vendor: "0x1d6b", product: "0x0002" },
    mdev: { uuid: "c2177883-f1bb-47f0-914d-32a22e3a8804" },
    "scsi-device": { adapter: "scsi_host0" },
  };
  // They need more of the machine: demanding-devices.libvirt.test.ts.
  const needMore: readonly DeviceKind[] = ["memory-module", "redirection", "smart-card", "tpm"];
  const kinds = deviceForms.filter(({ id, fresh }) => fresh !== undefined && !needMore.includes(id));

  test.each(kinds.map(({ id }) => id))("gets a %s and loses it again", async (id) => {
    const known = (await world.hardware()).devices.map(({ digest }) => digest);
    await world.done(newDevice(id, host[id]));
    const added = (await world.hardware()).devices.find(
      ({ digest, kind }) => kind === id && !known.includes(digest),
    );
    const asked = deviceForm(id).fresh ?? {};
    const set = Object.entries({ ...asked, ...host[id] }).filter(([, value]) => value !== null);
    expect(added?.values).toMatchObject(Object.fromEntries(set));
    await world.done({ act: "remove", key: added?.key ?? "", digest: added?.digest ?? "" });
    const { devices } = await world.hardware();
    expect(devices.map(({ digest }) => digest)).not.toContain(added?.digest);
  });

  test("keeps the password, and who changed what", async () => {
    await world.done(await world.change("general", { title: "Another title" }));
    expect(await world.definition()).toContain(`passwd='${password}'`);
    const [latest] = world.definitions.versions.all({ hostId, vmId: world.vmId });
    expect(latest).toMatchObject({ by: "ada", what: "Change: general" });
    await world.done(await world.change("general", { title: null }));
    expect(await world.definition()).toBe(before);
  });

  test.each([
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
    await world.done(await world.change(key, to));
    expect(await world.values(key)).toMatchObject(
      Object.fromEntries(Object.entries(to).filter(([, value]) => value)),
    );
  });

  test("boots in another order, and by device from then on", async () => {
    await world.done(newDevice("network", { type: "user", network: null }));
    const card = await world.device("network");
    const { boot } = await world.hardware();
    const to = [card?.key ?? "", "drive:sda"];
    await world.done({ act: "boot", from: boot.order, to });
    expect((await world.hardware()).boot).toEqual({ order: to, others: [] });
    expect(await world.definition()).toMatch(/<boot order='1'\/>/);
    expect(await world.definition()).not.toMatch(/<boot dev=/);
  });

  test("leaves nothing behind where libvirt refuses", async () => {
    const { job } = await world.carryOut(await world.change("firmware", { machine: "no-such-machine" }));
    expect(job.state).toBe("undone");
    expect(await world.definition()).toBe(before);
  });

  test("is not changed on the ground of a definition that it no longer has", async () => {
    const { input, plan } = await world.planned(await world.change("general", { title: "Mine" }));
    await world.virsh("desc", world.name, "--title", "Theirs", "--config");
    const jobs = world.jobs();
    const { id } = jobs.start({ ...plan, hostId, subjects: [world.vmId], startedBy: "ada", input });
    expect((await jobs.ended(id)).state).toBe("undone");
    expect(await world.virsh("desc", world.name, "--title")).toBe("Theirs");
    const theirs = await world.change("general", { title: "Mine" });
    const stale = await world.planned({ ...theirs, from: { title: null } } as HardwareEdit);
    expect(stale.plan.refusal).toMatch(/is now “Theirs”, and you asked for “Mine”/);
  });
});

describe("a VM that runs", () => {
  beforeAll(async () => {
    await world.virsh("start", world.name);
  }, 60_000);

  test("has the disc in its drive changed at once", async () => {
    const two = join(world.folder, "two.iso");
    const plan = await world.done(await world.change("drive:sda", { file: two }));
    expect(plan.warnings).toEqual([]);
    expect(await world.running()).toContain(`file='${two}'`);
    expect(await world.definition()).toContain(`file='${two}'`);
    await world.done(await world.change("drive:sda", { file: null }));
    expect(await world.running()).not.toContain(two);
    expect((await world.values("drive:sda"))?.file).toBeNull();
  });

  test("gets a disk and a network card at once, with the same MAC address in both", async () => {
    await world.done(newDevice("disk", { file: join(world.folder, "disk.img"), format: "raw" }));
    expect(await world.running()).toContain("disk.img");
    await world.done(newDevice("network", { type: "user", network: null }));
    const macs = (text: string) => [...text.matchAll(/mac address='(.*?)'/g)].map(([, mac]) => mac);
    expect(macs(await world.running())).toEqual(macs(await world.definition()));
  });

  test("has a network card's cable pulled out at once", async () => {
    const card = await world.device("network");
    await world.done(await world.change(card?.key ?? "", { link: "down" }));
    expect(await world.running()).toContain("<link state='down'/>");
  });

  test("is pinned at once", async () => {
    await world.done(await world.change("pinning", { "vcpu-0": "1", emulator: "0" }));
    expect(await world.virsh("vcpupin", world.name, "0", "--live")).toMatch(/0\s+1$/);
    expect(await world.virsh("emulatorpin", world.name, "--live")).toMatch(/(^|\s)0$/);
  });

  test("gets what can't be changed while it runs at its next start, and says so", async () => {
    const plan = await world.done(newDevice("sound"));
    expect(plan.warnings[0]).toMatch(/gets it at its next start/);
    expect(await world.running()).not.toContain("<sound");
    expect((await world.device("sound"))?.waiting).toBe("added");
  });

  test("is left alone where only the definition is to be changed", async () => {
    const before = await world.running();
    await world.done(await world.change("drive:sda", { file: join(world.folder, "one.iso") }), false);
    expect(await world.running()).toBe(before);
    expect((await world.device("drive"))?.waiting).toBe("changed");
  });

  test("has its definition put back where the machine does not follow", async () => {
    const before = await world.definition();
    const { job } = await world.carryOut(newDevice("disk", { file: "/nowhere/none.img", format: "raw" }));
    expect(job.state).toBe("undone");
    expect(await world.definition()).toBe(before);
  });
});
