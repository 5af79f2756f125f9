import { AttachDialog } from "./fixtures/attach-dialog";
import { ChangingHost } from "./fixtures/changing-host";
import { test as base, expect } from "./fixtures/test";
import type { DeviceDescription, HostDescription } from "./hosts/build-host-tree";
import { demo } from "./hosts/demo";

const radeon = "0000:04:00.0";
const movedRadeon = "0000:06:00.0";
/** A group of two USB controllers, which are a card each. */
const usb = { first: "0000:00:1a.0", second: "0000:00:1d.0" };

interface ChangingFixtures {
  changingHost: ChangingHost;
  hostRoot: string;
}

// biome-ignore-start lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
const test = base.extend<object, ChangingFixtures>({
  changingHost: [
    async ({}, use) => {
      const host = await ChangingHost.make(demo);
      await use(host);
      await host.remove();
    },
    { scope: "worker" },
  ],
  hostRoot: [async ({ changingHost }, use) => use(changingHost.root), { scope: "worker" }],
});
// biome-ignore-end lint/correctness/noEmptyPattern: see above.

test.beforeEach(({ changingHost }) => changingHost.become(demo));

test("a card that changed its slot is found, and the VM takes it from there", async ({
  page,
  vms,
  virsh,
  changingHost,
}) => {
  const vm = await vms.define();
  await (await AttachDialog.open(page, radeon, vm)).carryOut();

  await changingHost.become(withSlot(demo, "0000:04:00", "0000:06:00"));
  await page.goto(`/vms/local/${vm.uuid}`);
  const problems = page.getByRole("region", { name: "What keeps this VM from being started" });
  await expect(problems).toContainText(`There is no longer a device at ${radeon}`);
  await expect(problems).toContainText(`is now at ${movedRadeon}`);
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByText(new RegExp(`${vm.name} was not started\\.`))).toBeVisible();
  expect(await virsh.state(vm.name)).toBe("shut off");

  await page.getByRole("button", { name: "Use 0000:06:00.0, 0000:06:00.1 instead" }).click();
  await expect(problems).toBeHidden();
  const definition = await virsh.run("dumpxml", vm.name, "--inactive");
  expect(sourcesIn(definition)).toEqual([
    "bus='0x06' slot='0x00' function='0x0'",
    "bus='0x06' slot='0x00' function='0x1'",
  ]);
});

test("a VM is never started with another device at its card's old address", async ({
  page,
  vms,
  virsh,
  changingHost,
}) => {
  const vm = await vms.define();
  await (await AttachDialog.open(page, radeon, vm)).carryOut();
  const before = await virsh.run("dumpxml", vm.name, "--inactive");

  // The network card stands where the graphics card was, which is gone.
  const without = {
    ...demo,
    devices: demo.devices.filter(({ address }) => !address.startsWith("0000:04:00")),
  };
  await changingHost.become(withSlot(without, "0000:05:00", "0000:04:00"));
  await page.goto(`/vms/local/${vm.uuid}`);
  const problems = page.getByRole("region", { name: "What keeps this VM from being started" });
  await expect(problems).toContainText(
    /The device at 0000:04:00\.0 is now I350 .* could not be found with certainty/,
  );
  await expect(problems.getByRole("button", { name: /instead$/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByText(new RegExp(`${vm.name} was not started\\.`))).toBeVisible();
  expect(await virsh.state(vm.name)).toBe("shut off");
  expect(await virsh.run("dumpxml", vm.name, "--inactive")).toBe(before);
});

test("what shares a card's group goes to the guest only by choice", async ({
  page,
  vms,
  virsh,
  changingHost,
}) => {
  await changingHost.become({ ...demo, devices: demo.devices.map(inOneGroup) });
  const vm = await vms.define();
  await page.goto(`/passthrough?card=${usb.second}`);
  const others = page.getByRole("region", { name: "Affected devices" });
  await expect(others).toContainText("Must be reserved too");
  await expect(others).toContainText(usb.first);
  await expect(page.getByRole("button", { name: "Return the whole group to host" })).toBeVisible();

  await (await AttachDialog.open(page, usb.second, vm)).carryOut();
  expect(sourcesIn(await virsh.run("dumpxml", vm.name, "--inactive"))).toEqual([
    "bus='0x00' slot='0x1d' function='0x0'",
  ]);
  await (await AttachDialog.open(page, usb.first, vm)).carryOut();
  expect(sourcesIn(await virsh.run("dumpxml", vm.name, "--inactive"))).toHaveLength(2);
});

/** Both USB controllers in one group, reserved for VMs. */
function inOneGroup(device: DeviceDescription): DeviceDescription {
  const isOne = device.address === usb.first || device.address === usb.second;
  return isOne ? { ...device, group: 9, driver: "vfio-pci" } : device;
}

/** The host with the card of one slot in another. */
function withSlot(host: HostDescription, from: string, to: string): HostDescription {
  const devices = host.devices.map((device) => ({ ...device, address: device.address.replace(from, to) }));
  return { ...host, devices };
}

/** Where the host's devices are that a definition names, in order. */
function sourcesIn(definition: string): string[] {
  return [...definition.matchAll(/<source>\s*<address domain='0x0000' (.*)\/>/g)].map(
    ([, place]) => place ?? "",
  );
}
