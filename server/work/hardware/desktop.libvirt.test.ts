import { statSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import type { DesktopEdit, DesktopSetup } from "../../create/desktop/desktop.schema";
import { HardwareWorld } from "./testing/hardware-world";

const keyboard = "/dev/input/by-id/usb-Keychron_K8-event-kbd";
const mouse = "/dev/input/by-id/usb-Logitech_G502-event-mouse";
const nothing: DesktopSetup = {
  guest: null,
  pinning: null,
  hugepageBytes: null,
  lookingGlass: null,
  inputs: null,
};
const lookingGlass = { mebibytes: 32, memory: "shm", video: "none", spice: true } as const;
let world: HardwareWorld;
let before: string;

beforeAll(async () => {
  world = await HardwareWorld.open(
    await startPrivateLibvirtd(),
    async ({ name }) => `<domain type='qemu'><name>${name}</name><memory unit='MiB'>128</memory><vcpu>2</vcpu>
<os><type arch='x86_64' machine='q35'>hvm</type></os><features><acpi/></features>
<devices><input type='tablet' bus='usb'/><graphics type='vnc' port='-1'/><video><model type='qxl'/></video>
<sound model='ich9'/></devices></domain>`,
  );
  before = await world.definition();
}, 180_000);

afterAll(() => world?.close());

function desktop(setup: Partial<DesktopSetup>, functions: DesktopEdit["functions"] = []): DesktopEdit {
  return { act: "desktop", setup: { ...nothing, ...setup }, functions, options: {} };
}

describe("a VM that is off", () => {
  afterEach(() => world.define(before));

  test("is set up with all parts in one change, and has them all the second time", async () => {
    const card = {
      address: "0000:61:00.0",
      class: "030000",
      vendorId: "10de",
      deviceId: "2204",
      subsystem: null,
      serialNumber: null,
      label: "GPU",
    };
    const audio = { ...card, address: "0000:61:00.1", class: "040300", deviceId: "1aef", label: "Audio" };
    const edit = desktop(
      {
        guest: "windows",
        pinning: { pins: [0, 1].map((vcpu) => ({ vcpu, cpus: String(vcpu) })), emulatorCpus: "0-1" },
        hugepageBytes: 2 ** 21,
        lookingGlass,
        inputs: {
          devices: [
            { path: keyboard, keyboard: true },
            { path: mouse, keyboard: false },
          ],
          toggle: "scrolllock",
        },
      },
      [card, audio],
    );
    const plan = await world.done(edit);
    expect(plan.steps).toHaveLength(1);
    const xml = await world.definition();
    expect(xml).toMatch(
      /<shmem name='looking-glass'>\s*<model type='ivshmem-plain'\/>\s*<size unit='M'>32<\/size>/,
    );
    expect(xml).toContain(`<source dev='${keyboard}' grab='all' grabToggle='scrolllock' repeat='on'/>`);
    expect(xml).toContain(`<source dev='${mouse}'/>`);
    expect(xml).toMatch(/<vcpupin vcpu='1' cpuset='1'\/>\s*<emulatorpin cpuset='0-1'\/>/);
    expect(xml).toMatch(/<hugepages>\s*<page size='2048' unit='KiB'\/>/);
    expect(xml.match(/<hostdev /g)).toHaveLength(2);
    expect(xml).toMatch(/<kvm>\s*<hidden state='on'\/>/);
    expect(xml).toContain("<memballoon model='none'/>");
    const again = await world.planned(edit);
    expect(again.plan.steps[0]?.effect).toBe("");
    expect(
      (await world.planned(desktop({ pinning: { pins: [{ vcpu: 2, cpus: "0" }], emulatorCpus: null } }))).plan
        .refusal,
    ).toMatch(/vcpu-2/);
  });

  test.each(["shm", "kvmfr"] as const)(
    "loses Looking Glass by %s again, and nothing else",
    async (memory) => {
      await world.done(desktop({ lookingGlass: { ...lookingGlass, memory } }));
      expect((await world.hardware()).lookingGlass).toEqual({ ...lookingGlass, memory });
      expect(await world.definition()).not.toBe(before);
      await world.done({ act: "remove-looking-glass" });
      expect((await world.hardware()).lookingGlass).toBeNull();
      expect(await world.definition()).toBe(before);
    },
  );
});

test("a VM with Looking Glass starts, with the memory that the client opens", async () => {
  await world.done(desktop({ lookingGlass }));
  await world.virsh("start", world.name);
  try {
    const running = await world.running();
    expect(running).toMatch(/<shmem name='looking-glass'>[\s\S]*<alias name='shmem0'\/>/);
    expect(running).toMatch(/<model type='none'\/>/);
    expect(running).toMatch(/<graphics type='spice' port='\d+' autoport='yes' listen='127.0.0.1'>/);
    const waiting = await world.carryOut({ act: "remove-looking-glass" });
    expect(waiting.plan.warnings.join()).toMatch(/at its next start/);
  } finally {
    await world.virsh("destroy", world.name);
  }
  expect(statSync("/dev/shm/looking-glass", { throwIfNoEntry: false })?.size ?? 32 * 2 ** 20).toBe(
    32 * 2 ** 20,
  );
});
