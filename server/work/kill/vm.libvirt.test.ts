import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { patience } from "@/e2e/libvirtd/create-rig";
import type { DesktopSetup } from "../../create/desktop/desktop.schema";
import type { HardwareEdit } from "../../domain/hardware/hardware-edit.schema";
import { addLookingGlass } from "../../domain/looking-glass/looking-glass";
import { able } from "../../host/ability";
import type { JobSpec } from "../../job/jobs";
import { type FakeKernel, newKernel, serial } from "../../pci/binding/fake-kernel.test-data";
import { parseXml, serializeXml } from "../../xml/xml";
import { attachDevices } from "../attach/attach";
import { detachDevices } from "../attach/detach";
import { setUpDesktop } from "../desktop/set-up-desktop";
import { changeHardware } from "../hardware/change-hardware";
import { newDevice } from "../hardware/testing/hardware-world";
import { killEverywhere, killTimeoutMs } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId } from "./testing/rooms";

let kernel: FakeKernel;
const lookingGlass = { mebibytes: 32, memory: "shm", video: "none", spice: true } as const;
/** Everything of a desktop; the GPU is given besides. */
const desktop: DesktopSetup = {
  guest: "windows",
  pinning: { pins: [{ vcpu: 0, cpus: "0" }], emulatorCpus: null },
  hugepageBytes: 2 ** 21,
  lookingGlass,
  inputs: { devices: [{ path: "/dev/input/by-id/one-event-kbd", keyboard: true }], toggle: "ctrl-ctrl" },
};
let world: KillWorld;
let vmId: string;
let definition: string;

beforeAll(async () => {
  kernel = newKernel();
  world = await KillWorld.start({ files: able(kernel.tree) });
  for (const iso of ["one.iso", "two.iso"]) await writeFile(join(world.folder, iso), Buffer.alloc(2 ** 20));
  await world.define(`<domain type='qemu'><name>web-1</name><memory unit='MiB'>64</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os><features><acpi/></features><devices>
<controller type='usb' model='qemu-xhci'/>
<disk type='file' device='cdrom'><source file='${join(world.folder, "one.iso")}'/><target dev='sda' bus='sata'/></disk>
<graphics type='vnc' port='-1' passwd='s3cret'/></devices></domain>`);
  vmId = await world.virsh("domuuid", "web-1");
  definition = await world.virsh("dumpxml", "web-1", "--inactive", "--security-info");
  await vi.waitUntil(() => world.fleet.findVm(hostId, vmId), patience);
}, 180_000);

afterAll(async () => {
  await world?.stop();
  kernel?.remove();
});

async function editOf(edit: HardwareEdit): Promise<JobSpec> {
  const input = { hostId, vmId, edit, alsoLive: true };
  const { fingerprint } = await world.ask(changeHardware.plan, input);
  return world.jobOf(changeHardware.run, { ...input, fingerprint });
}

/** A disk with a volume that is made along with it. */
function newDisk(bus: string): HardwareEdit {
  const place = { pool: "disks", volume: "data.qcow2" };
  const values = { type: "volume", file: null, bus, ...place };
  return {
    ...newDevice("disk", values),
    newVolume: { ...place, bytes: 2 ** 20, format: "qcow2" },
  } as HardwareEdit;
}

const disc = (name: string) => join(world.folder, `${name}.iso`);
const otherDisc = (): HardwareEdit => ({
  act: "change",
  key: "drive:sda",
  from: { file: disc("one") },
  to: { file: disc("two") },
});

describe("a VM that is off", () => {
  /** Plans tell who has a card, by what the list knows. */
  const defined = async (xml: string, cards: number) => {
    await world.define(xml);
    const known = () => world.fleet.findVm(hostId, vmId)?.summary.passthrough.length === cards;
    await vi.waitUntil(known, patience);
  };

  afterEach(() => defined(definition, 0));

  const card = () => ({ hostId, vmId, addresses: [serial] });

  test(
    "gets a card of the host",
    async () => {
      const input = { ...card(), options: {} };
      const { fingerprint } = await world.ask(attachDevices.plan, input);
      const spec = await world.jobOf(attachDevices.run, { ...input, fingerprint });
      expect((await killEverywhere(world, spec)).problems).toEqual([]);
    },
    killTimeoutMs,
  );

  test(
    "has it taken away",
    async () => {
      const device = `<hostdev mode='subsystem' type='pci' managed='yes'><source><address domain='0x0000' bus='0x08' slot='0x00' function='0x0'/></source></hostdev>`;
      await defined(definition.replace("</devices>", `${device}</devices>`), 1);
      const { fingerprint } = await world.ask(detachDevices.plan, card());
      const spec = await world.jobOf(detachDevices.run, { ...card(), fingerprint });
      expect((await killEverywhere(world, spec)).problems).toEqual([]);
    },
    killTimeoutMs,
  );

  test(
    "becomes a desktop with a GPU",
    async () => {
      const input = { ...card(), options: {}, setup: desktop };
      const { fingerprint } = await world.ask(setUpDesktop.plan, input);
      const spec = await world.jobOf(setUpDesktop.run, { ...input, fingerprint });
      expect((await killEverywhere(world, spec)).problems).toEqual([]);
    },
    killTimeoutMs,
  );

  test(
    "loses Looking Glass",
    async () => {
      const document = parseXml(definition);
      addLookingGlass(document, lookingGlass);
      await world.define(serializeXml(document));
      const spec = await editOf({ act: "remove-looking-glass" });
      expect((await killEverywhere(world, spec)).problems).toEqual([]);
    },
    killTimeoutMs,
  );

  test(
    "gets a disk whose volume is made along with it",
    async () => {
      expect((await killEverywhere(world, await editOf(newDisk("virtio")))).problems).toEqual([]);
    },
    killTimeoutMs,
  );
});

describe("a VM that runs", () => {
  const restart = async () => {
    await world.virsh("destroy", "web-1");
    await world.define(definition);
    await world.virsh("start", "web-1");
  };

  beforeEach(() => world.virsh("start", "web-1"));
  afterEach(() => world.virsh("destroy", "web-1"));

  test(
    "gets a disk whose volume is made along with it",
    async () => {
      expect(
        (await killEverywhere(world, await editOf(newDisk("usb")), { reset: restart })).problems,
      ).toEqual([]);
    },
    killTimeoutMs,
  );

  test(
    "has the disc in its drive changed",
    async () => {
      expect((await killEverywhere(world, await editOf(otherDisc()), { reset: restart })).problems).toEqual(
        [],
      );
    },
    killTimeoutMs,
  );
});
