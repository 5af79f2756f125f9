import { afterAll, beforeAll, expect, test } from "vitest";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import type { DeviceKind } from "../../domain/devices/device-kind.schema";
import type { Values } from "../../domain/fields/field.schema";
import { HardwareWorld, newDevice } from "./testing/hardware-world";

let world: HardwareWorld;

/** What some devices ask for: a SPICE screen, and room for memory in a NUMA node of the guest. */
beforeAll(async () => {
  world = await HardwareWorld.open(
    await startPrivateLibvirtd(),
    async ({ name, ports }) =>
      `<domain type='qemu'><name>${name}</name><maxMemory slots='4' unit='MiB'>1024</maxMemory><memory unit='MiB'>192</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os><features><acpi/></features>
<cpu><numa><cell id='0' cpus='0' memory='192' unit='MiB'/></numa></cpu>
<devices>${ports}<controller type='usb' model='qemu-xhci'/><graphics type='spice'><listen type='socket'/></graphics></devices></domain>`,
  );
}, 180_000);

afterAll(() => world?.close());

const marks: [kind: DeviceKind, mark: string, more: Values][] = [
  ["tpm", "<tpm model='tpm-crb'>", {}],
  ["smart-card", "<smartcard mode='passthrough' type='spicevmc'>", {}],
  ["redirection", "<redirdev bus='usb' type='spicevmc'>", {}],
  ["memory-module", "<memory model='dimm'>", { bytes: String(128 * 2 ** 20) }],
];

test.each(marks)(
  "a %s is added, the VM starts with it, and it is removed again",
  async (kind, mark, more) => {
    await world.done(newDevice(kind, more));
    expect(await world.definition()).toContain(mark);
    await world.virsh("start", world.name);
    expect(await world.running()).toContain(mark);
    await world.virsh("destroy", world.name);
    await world.done(await world.removal(kind));
    expect(await world.definition()).not.toContain(mark);
  },
);

test("what can be is plugged while it runs, and a redirected port is unplugged without the guest", async () => {
  await world.virsh("start", world.name);
  for (const [kind, mark, more] of marks.filter(([id]) => id === "redirection" || id === "memory-module")) {
    expect((await world.done(newDevice(kind, more))).warnings).toEqual([]);
    expect(await world.running()).toContain(mark);
  }
  await world.done(await world.removal("redirection"));
  expect(await world.running()).not.toContain("<redirdev");
  for (const kind of ["tpm", "smart-card"] as const) {
    expect((await world.planned(newDevice(kind))).plan.warnings[0]).toMatch(/at its next start/);
  }
});
