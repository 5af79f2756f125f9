import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Binding, vfioDriver } from "./binding-step";
import { card, type FakeKernel, newKernel, serial, ungrouped } from "./fake-kernel.test-data";
import { SysfsBinder } from "./sysfs-binder";

let kernel: FakeKernel;
let binder: SysfsBinder;
const device = (address: string) => ({ address, name: `Thing (${address})` });
const saying = (words: string) => ({ userMessage: expect.stringContaining(words) });
const nouveau: Binding = { driver: "nouveau", driverOverride: null };

beforeEach(async () => {
  kernel = newKernel();
  binder = new SysfsBinder({ tree: kernel.tree, writer: kernel });
  await binder.loadDriver();
});
afterEach(() => kernel.remove());

describe("reserving", () => {
  test("does nothing twice", async () => {
    await binder.reserve(device(card.gpu));
    const count = kernel.writes.length;
    await binder.reserve(device(card.gpu));
    await binder.loadDriver();
    expect(kernel.writes).toHaveLength(count);
  });

  test("of what is in no group says so, although the kernel says nothing", async () => {
    await expect(binder.reserve(device(ungrouped))).rejects.toThrow(
      /Thing \(0000:09:00\.0\) can't be bound to vfio-pci: it is in no IOMMU group/,
    );
  });

  test("of what is gone says so", async () => {
    await expect(binder.reserve(device("0000:55:00.0"))).rejects.toMatchObject(saying("no longer exists"));
  });

  test("does not mind that the driver let go by itself", async () => {
    kernel.faultAt = (words) => {
      kernel.faultAt = () => null;
      // Between the look and the write somebody else has it unbound.
      if (words === `override ${card.gpu} vfio-pci`)
        void kernel.write(`sys/bus/pci/devices/${card.gpu}/driver/unbind`, card.gpu);
      return null;
    };
    await binder.reserve(device(card.gpu));
    expect(kernel.driverOf(card.gpu)).toBe(vfioDriver);
  });
});

describe("returning", () => {
  test("has the device go to the driver that it had, whoever else might want it", async () => {
    await binder.reserve(device(card.gpu));
    await binder.returnToHost(device(card.gpu), nouveau);
    expect(kernel.bindingOf(card.gpu)).toEqual(nouveau);
  });

  test("restores an override of another driver after the bind that it would prevent", async () => {
    await binder.reserve(device(card.gpu));
    const original = { driver: "nouveau", driverOverride: vfioDriver };
    await binder.returnToHost(device(card.gpu), original);
    expect(kernel.bindingOf(card.gpu)).toEqual(original);
  });

  test("leaves a device without a driver that had none", async () => {
    await binder.reserve(device(serial));
    await binder.returnToHost(device(serial), { driver: null, driverOverride: null });
    expect(kernel.bindingOf(serial)).toEqual({ driver: null, driverOverride: null });
  });

  test("lets the kernel choose where nobody knows", async () => {
    await binder.reserve(device(card.gpu));
    await binder.returnToHost(device(card.gpu), null);
    expect(kernel.bindingOf(card.gpu)).toEqual(nouveau);
  });

  test("says that the driver is no longer loaded", async () => {
    await binder.reserve(device(card.gpu));
    const gone = { driver: "nvidia", driverOverride: null };
    await expect(binder.returnToHost(device(card.gpu), gone)).rejects.toMatchObject(
      saying("is no longer loaded"),
    );
  });

  test("is content with what the host did by itself", async () => {
    await binder.returnToHost(device(card.gpu), { driver: "nvidia", driverOverride: null });
    expect(kernel.bindingOf(card.gpu)).toEqual(nouveau);
  });
});

test("a group without a node to open is a failure", async () => {
  await binder.reserve(device(card.gpu));
  await expect(binder.checkGroup(13)).resolves.toBeUndefined();
  await expect(binder.checkGroup(14)).rejects.toThrow("/dev/vfio/14");
});

test("a kernel without vfio-pci is told from one where it is not loaded", async () => {
  kernel.reset();
  kernel.faultAt = (words) => (words === "modprobe vfio-pci" ? "ignored" : null);
  await expect(binder.loadDriver()).rejects.toThrow(/has no vfio-pci driver/);
});
