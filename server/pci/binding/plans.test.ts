import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { card, type FakeKernel, newKernel, serial, shared, twin, ungrouped } from "./fake-kernel.test-data";
import { planReserve } from "./plan-reserve";
import { planReturn } from "./plan-return";

let kernel: FakeKernel;
beforeEach(() => (kernel = newKernel()));
afterEach(() => kernel.remove());

const reserve = async (...addresses: string[]) => planReserve(await kernel.report(), addresses, "sysfs");

describe("a plan to reserve", () => {
  test("is for all functions of the card, and says exactly what is written", async () => {
    const { plan, addresses } = await reserve(card.audio);
    expect(plan).toMatchObject({ kind: "reserve", refusal: null });
    expect(plan.title).toMatch(/^Reserve GA102 .*\(0000:01:00\.0\) for VMs$/);
    expect(addresses).toEqual([card.gpu, card.audio]);
    expect(plan.steps.map(({ effect }) => effect)).toEqual([
      "modprobe vfio-pci",
      "0000:01:00.0: nouveau\n0000:01:00.1: snd_hda_intel",
      [
        "echo vfio-pci > /sys/bus/pci/devices/0000:01:00.0/driver_override",
        "echo 0000:01:00.0 > /sys/bus/pci/devices/0000:01:00.0/driver/unbind",
        "echo 0000:01:00.0 > /sys/bus/pci/drivers_probe",
      ].join("\n"),
      expect.stringContaining("echo 0000:01:00.1 > /sys/bus/pci/drivers_probe"),
    ]);
    expect(plan.steps[2]?.undo).toBe(
      [
        "echo 0000:01:00.0 > /sys/bus/pci/devices/0000:01:00.0/driver/unbind",
        "echo > /sys/bus/pci/devices/0000:01:00.0/driver_override",
        "echo 0000:01:00.0 > /sys/bus/pci/drivers/nouveau/bind",
      ].join("\n"),
    );
  });

  test("never goes by IDs: the twin stays as it is", async () => {
    const { plan } = await reserve(card.gpu);
    expect(JSON.stringify(plan.steps)).not.toContain(twin.gpu);
    expect(JSON.stringify(plan.steps)).not.toContain("new_id");
  });

  test("is another one when the facts are others, and the same for the same", async () => {
    const before = await reserve(card.gpu);
    expect((await reserve(card.gpu)).plan.fingerprint).toBe(before.plan.fingerprint);
    await kernel.write(`sys/bus/pci/devices/${card.audio}/driver/unbind`, card.audio);
    expect((await reserve(card.gpu)).plan.fingerprint).not.toBe(before.plan.fingerprint);
  });

  test("refuses a card whose group is still the host's, and names the culprit", async () => {
    const { plan } = await reserve(shared.gpu);
    expect(plan.steps).toEqual([]);
    expect(plan.refusal).toContain(shared.nic);
    expect(plan.refusal).toContain("e1000");
  });

  test("takes a whole group at once, and leaves its bridge alone", async () => {
    const { plan, addresses, input } = await reserve(shared.gpu, shared.nic);
    expect(plan.refusal).toBeNull();
    expect(addresses).toEqual([shared.gpu, shared.nic]);
    expect(input.steps.flatMap((step) => (step.act === "reserve" ? [step.completes] : []))).toEqual([
      null,
      18,
    ]);
  });

  test.each([
    ["a bridge", ["0000:00:1e.0"], /is a bridge/],
    ["a device without a group", [ungrouped], /0000:09:00\.0/],
    ["a device that is not there", ["0000:55:00.0"], /no longer has the device 0000:55:00\.0/],
  ])("refuses %s", async (_name, addresses, reason) => {
    expect((await reserve(...addresses)).plan.refusal).toMatch(reason);
  });

  test("refuses what carries the connection of who asks", async () => {
    const report = await kernel.report({ managementDevices: [shared.nic] });
    expect(planReserve(report, [shared.gpu, shared.nic], "sysfs").plan.refusal).toContain(shared.nic);
  });

  test("goes through libvirt where Passdeck can't write itself", async () => {
    const { plan } = planReserve(await kernel.report(), [card.gpu], "libvirt");
    expect(plan.steps.map(({ effect }) => effect)).toEqual([
      expect.stringContaining("nouveau"),
      "virsh nodedev-detach pci_0000_01_00_0 --driver vfio",
      "virsh nodedev-detach pci_0000_01_00_1 --driver vfio",
    ]);
    expect(plan.steps[1]?.undo).toBe("virsh nodedev-reattach pci_0000_01_00_0");
  });
});

describe("a plan to return", () => {
  const bind = async (address: string) => {
    await kernel.loadModule("vfio-pci");
    await kernel.write(`sys/bus/pci/devices/${address}/driver_override`, "vfio-pci");
    if (kernel.driverOf(address) !== null)
      await kernel.write(`sys/bus/pci/devices/${address}/driver/unbind`, address);
    await kernel.write("sys/bus/pci/drivers_probe", address);
  };
  const original = (address: string, device: string, driver: string | null) => ({
    address,
    device,
    driver,
    driverOverride: null,
  });

  test("leads to the very drivers that are on record", async () => {
    await bind(card.gpu);
    await bind(card.audio);
    const kept = [
      original(card.gpu, "10de:2204", "nouveau"),
      original(card.audio, "10de:1aef", "snd_hda_intel"),
    ];
    const { plan } = planReturn(await kernel.report(), kept, [card.gpu], "sysfs");
    expect(plan.steps.map(({ effect }) => effect.split("\n").at(-1))).toEqual([
      "echo 0000:01:00.0 > /sys/bus/pci/drivers/nouveau/bind",
      "echo 0000:01:00.1 > /sys/bus/pci/drivers/snd_hda_intel/bind",
      "0000:01:00.1: snd_hda_intel",
    ]);
  });

  test("leaves a device without a driver where it had none", async () => {
    await bind(serial);
    const kept = [original(serial, "1415:c158", null)];
    const { plan } = planReturn(await kernel.report(), kept, [serial], "sysfs");
    expect(plan.steps[0]?.effect).not.toContain("probe");
    expect(plan.steps[0]?.effect).not.toContain("/bind");
  });

  test("lets the kernel choose where nothing is on record, or another card stood there", async () => {
    await bind(serial);
    const kept = [original(serial, "ffff:0001", "serial")];
    const { plan } = planReturn(await kernel.report(), kept, [serial], "sysfs");
    expect(plan.steps).toHaveLength(1);
    expect(plan.steps[0]?.effect).toContain("drivers_probe");
    expect(plan.steps[0]?.risk).toContain("does not know its previous driver");
  });

  test("is refused while a VM has a device of the group", async () => {
    await bind(shared.gpu);
    await bind(shared.nic);
    const attachments = new Map([[shared.gpu, [{ vmName: "games", running: true }]]]);
    const { plan } = planReturn(await kernel.report({ attachments }), [], [shared.nic], "sysfs");
    expect(plan.refusal).toContain("games");
  });

  test("is refused of what the host has", async () => {
    expect(planReturn(await kernel.report(), [], [card.gpu], "sysfs").plan.refusal).toContain("already");
  });
});
