import { describe, expect, test } from "vitest";
import { readBindingFiles } from "../host/modules/binding-files";
import { treeOf } from "../host/tree.test-data";
import { noLineChange } from "./kernel-line/line-change";
import { bindingRules } from "./modules/early-binding/binding-rules";
import { bindingAtNextStart, type ReservedDevice, reservations } from "./reservation";

const device = (address: string, driver: string | null, deviceId = "2684"): ReservedDevice => ({
  address,
  driver,
  class: "030000",
  vendorId: "10de",
  deviceId,
  subsystemVendorId: "0000",
  subsystemDeviceId: "0000",
});

const rules = "etc/udev/rules.d/61-passdeck-vfio.rules";

async function reservedOn(files: Record<string, string>, commandLine: string, ...waiting: object[]) {
  const sources = {
    files: await readBindingFiles(await treeOf(files)),
    commandLine,
    builtIn: false,
  };
  const changes = waiting.map((change) => ({ ...noLineChange, ...change }));
  const devices = [
    device("0000:01:00.0", "vfio-pci"),
    device("0000:02:00.0", "nouveau", "1b80"),
    device("0000:03:00.0", null, "ffff"),
  ];
  return reservations(devices, bindingAtNextStart(sources, changes));
}

describe("how a device is reserved", () => {
  test("now, until the next start", async () => {
    expect(await reservedOn({}, "quiet")).toEqual([{ address: "0000:01:00.0", now: true, nextStart: null }]);
  });

  test("by its address, now and at the next start", async () => {
    const files = { [rules]: bindingRules([{ address: "0000:01:00.0", id: null }]) };
    expect(await reservedOn(files, "quiet")).toEqual([
      { address: "0000:01:00.0", now: true, nextStart: `/${rules}` },
    ]);
  });

  test("by its id, once the line that waits is the kernel's", async () => {
    const change = { addIds: ["10de:1b80"] };
    expect(await reservedOn({}, "quiet", change)).toContainEqual({
      address: "0000:02:00.0",
      now: false,
      nextStart: "the kernel command line",
    });
    const line = "quiet vfio-pci.ids=10de:2684,10de:1b80";
    expect(await reservedOn({}, line, { removeIds: ["10de:2684"] })).toEqual([
      { address: "0000:01:00.0", now: true, nextStart: null },
      { address: "0000:02:00.0", now: false, nextStart: "the kernel command line" },
    ]);
  });
});
