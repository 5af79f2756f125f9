import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type DeviceDescription, hostTreeEntries } from "@/e2e/hosts/build-host-tree";
import { xeonE3 } from "@/e2e/hosts/xeon-e3";
import { z97 } from "@/e2e/hosts/z97";
import { withHostTree } from "../host/open-host";
import { treeOf, treeOfEntries } from "../host/tree.test-data";
import { readHostReport } from "./read-host-report";
import { type HardwareReport, hardwareReportSchema, type PciDevice } from "./schema";

function fixture(name: string): string {
  return new URL(`../../e2e/hosts/${name}`, import.meta.url).pathname;
}

async function reportOf(devices: readonly DeviceDescription[]): Promise<HardwareReport> {
  return readHostReport(await treeOfEntries(hostTreeEntries({ ...z97, devices })));
}

function deviceOf(report: HardwareReport, address: string): PciDevice {
  const device = report.devices.find((candidate) => candidate.address === address);
  if (device === undefined) throw new Error(`${address} is not in the report`);
  return device;
}

describe("captured hosts", () => {
  test.each([
    ["lab-q35", "lab-q35.tar.gz"],
    ["z97", "z97.tar.gz"],
    ["xeon-e3", "xeon-e3.tar.gz"],
    ["demo", "demo.tar.gz"],
  ])("%s gives what is expected of it", async (name, path) => {
    const report = await withHostTree(fixture(path), readHostReport);
    expect(report).toEqual(JSON.parse(readFileSync(fixture(`golden/${name}.json`), "utf8")));
    expect(hardwareReportSchema.parse(report)).toEqual(report);
  });

  test("the demo's host is whole", async () => {
    const report = await withHostTree(fixture("demo.tar.gz"), readHostReport);
    expect(hardwareReportSchema.parse(report)).toEqual(report);
    expect(report.groups.filter((group) => !group.isolated).map((group) => group.id)).toEqual([11]);
    expect(report.devices.filter((device) => device.product.startsWith("Device "))).toEqual([]);
  });
});

describe("the how-to's Z97 machine", () => {
  const report = treeOfEntries.bind(null, hostTreeEntries(z97));

  test("has the how-to's groups", async () => {
    const { groups, iommu } = await readHostReport(await report());
    expect(groups.map((group) => [group.id, group.devices, group.isolated])).toEqual([
      [0, ["0000:00:00.0"], true],
      [1, ["0000:00:01.0", "0000:01:00.0", "0000:01:00.1"], true],
      [2, ["0000:00:02.0"], true],
      [3, ["0000:00:03.0"], true],
      [4, ["0000:00:14.0"], true],
      [5, ["0000:00:16.0"], true],
      [6, ["0000:00:19.0"], true],
      [7, ["0000:00:1a.0"], true],
      [8, ["0000:00:1b.0"], true],
      [9, ["0000:00:1d.0"], true],
      [10, ["0000:00:1f.0", "0000:00:1f.2", "0000:00:1f.3"], true],
    ]);
    expect(iommu).toEqual({
      enabled: true,
      kind: "intel",
      offeredByFirmware: true,
      parameters: ["intel_iommu=on", "iommu=pt", "vfio-pci.ids=10de:13c2,10de:0fbb"],
    });
  });

  test("has its graphics card", async () => {
    expect(deviceOf(await readHostReport(await report()), "0000:01:00.0")).toEqual({
      address: "0000:01:00.0",
      class: "030000",
      classLabel: "VGA compatible controller",
      vendorId: "10de",
      deviceId: "13c2",
      subsystem: "1043:8508",
      vendor: "NVIDIA Corporation",
      product: "GM204 [GeForce GTX 970]",
      subsystemVendor: "ASUSTeK Computer Inc.",
      subsystemProduct: null,
      driver: "vfio-pci",
      iommuGroup: 1,
      bootVga: false,
      resetMethods: [],
      companions: ["0000:01:00.1"],
      parent: "0000:00:01.0",
      physicalFunction: null,
      modules: [],
      link: null,
      numaNode: null,
      bars: [],
      hasRom: false,
      virtualFunctions: null,
      powerState: null,
      silent: false,
      slotLabel: null,
      serialNumber: null,
      usedBy: [],
      notLookedAt: [{ source: "/proc/*/fd", question: "which processes use it", weight: "note" }],
    });
  });

  test("shows its screen on the CPU's graphics", async () => {
    const { devices } = await readHostReport(await report());
    expect(devices.filter((device) => device.bootVga).map((device) => device.address)).toEqual([
      "0000:00:02.0",
    ]);
  });
});

describe("the note's Xeon E3 machine", () => {
  test("isolates its card although the root port is in the group", async () => {
    const { groups } = await readHostReport(await treeOfEntries(hostTreeEntries(xeonE3)));
    expect(groups[1]).toEqual({
      id: 1,
      devices: ["0000:00:01.0", "0000:01:00.0", "0000:01:00.1"],
      isolated: true,
    });
  });
});

describe("groups and cards", () => {
  const nic = { class: "0200", id: "8086:1521", driver: "igb" };

  test("are not isolated when two cards share a group", async () => {
    const { groups } = await reportOf([
      { address: "0000:01:00.0", group: 5, ...nic },
      { address: "0000:02:00.0", group: 5, ...nic },
    ]);
    expect(groups).toEqual([{ id: 5, devices: ["0000:01:00.0", "0000:02:00.0"], isolated: false }]);
  });

  test("take a virtual function for a card of its own", async () => {
    const physicalFunction = "0000:03:00.0";
    const { devices, groups } = await reportOf([
      { address: physicalFunction, group: 7, ...nic },
      { address: "0000:03:00.1", group: 7, ...nic },
      { address: "0000:03:00.2", group: 7, ...nic, physicalFunction },
    ]);
    expect(devices.map((device) => [device.address, device.companions, device.physicalFunction])).toEqual([
      ["0000:03:00.0", ["0000:03:00.1"], null],
      ["0000:03:00.1", ["0000:03:00.0"], null],
      ["0000:03:00.2", [], "0000:03:00.0"],
    ]);
    expect(groups[0]?.isolated).toBe(false);
  });

  test("tell apart equal slots of different domains, and sort by number", async () => {
    const { devices } = await reportOf([
      { address: "10000:01:00.0", ...nic },
      { address: "0000:0a:00.0", ...nic },
      { address: "0001:01:00.0", ...nic },
      { address: "0000:01:00.0", ...nic },
    ]);
    expect(devices.map((device) => device.address)).toEqual([
      "0000:01:00.0",
      "0000:0a:00.0",
      "0001:01:00.0",
      "10000:01:00.0",
    ]);
    expect(devices.flatMap((device) => device.companions)).toEqual([]);
  });
});

describe("a host with hardly anything", () => {
  test("has no devices and no IOMMU", async () => {
    const report = await readHostReport(await treeOf({ "proc/cmdline": "quiet\n" }));
    expect(report).toMatchObject({
      iommu: { enabled: false, kind: null, offeredByFirmware: null, parameters: [] },
      groups: [],
      devices: [],
      carried: [],
      unreadable: [],
    });
  });

  test("is told by the folders alone that its firmware offers no IOMMU", async () => {
    const { iommu } = await readHostReport(await treeOf({ "sys/firmware/acpi/tables/FACP": "" }));
    expect(iommu.offeredByFirmware).toBe(false);
  });

  test.each([
    ["dmar0", "intel"],
    ["ivhd0", "amd"],
    ["arm-smmu-v3.0.auto", "smmu"],
    ["smmu3.0x0000000009050000", "smmu"],
    ["virtio-iommu", null],
  ])("takes the unit %s for %s", async (unit, kind) => {
    const { iommu } = await readHostReport(await treeOf({ [`sys/class/iommu/${unit}/x`]: "" }));
    expect(iommu.kind).toBe(kind);
  });
});

describe("VFIO's no-IOMMU mode", () => {
  const devices: DeviceDescription[] = [
    { address: "0000:18:00.0", class: "0302", id: "10de:1eb8", group: 0, driver: "vfio-pci" },
    { address: "0000:19:00.0", class: "0200", id: "8086:1521", group: 1, driver: "igb" },
  ];
  const read = async (described: readonly DeviceDescription[]) =>
    readHostReport(
      await treeOfEntries([
        ...hostTreeEntries({ ...z97, iommuUnits: [], devices: described }),
        { kind: "file", path: "sys/kernel/iommu_groups/0/name", text: "vfio-noiommu\n" },
      ]),
    );

  test("makes no groups of the host's", async () => {
    const { iommu, groups, devices: found } = await read(devices.slice(0, 1));
    expect(iommu).toMatchObject({ enabled: false, noIommuMode: true });
    expect([groups, found[0]?.iommuGroup]).toEqual([[], null]);
  });

  test("takes nothing from the groups of an IOMMU that there is beside", async () => {
    const { iommu, groups, devices: found } = await read(devices);
    expect(iommu).toMatchObject({ enabled: true, noIommuMode: true });
    expect(groups.map(({ id }) => id)).toEqual([1]);
    expect(found.map(({ iommuGroup }) => iommuGroup)).toEqual([null, 1]);
  });
});

describe("a host whose files make no sense", () => {
  const at = (address: string, files: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [`sys/bus/pci/devices/${address}/${name}`, text]),
    );

  test("keeps a device without a sane class or id, and says which", async () => {
    const report = await readHostReport(
      await treeOf({
        ...at("0000:00:01.0", { class: "0x030000", vendor: "0x10de", device: "0x13c2" }),
        ...at("0000:00:02.0", { class: "zz", vendor: "0x10de", device: "0x13c2" }),
        ...at("0000:00:03.0", { class: "0x030000", vendor: "0x10", device: "0x13c2" }),
        ...at("0000:00:04.0", { class: "0x030000", vendor: "0x10de", device: "" }),
        ...at("0000:00:05.0", { revision: "0x01" }),
        ...at("../../etc", { class: "0x030000" }),
        ...at("not an address", { class: "0x030000", vendor: "0x10de", device: "0x13c2" }),
      }),
    );
    expect(report.devices.map(({ address, class: code, deviceId }) => [address, code, deviceId])).toEqual([
      ["0000:00:01.0", "030000", "13c2"],
      ["0000:00:02.0", "ff0000", "13c2"],
      ["0000:00:03.0", "030000", "13c2"],
      ["0000:00:04.0", "030000", "0000"],
      ["0000:00:05.0", "ff0000", "0000"],
    ]);
    expect(hardwareReportSchema.parse(report)).toEqual(report);
    expect(report.unreadable.map(({ address, detail }) => `${address} ${detail}`)).toEqual([
      "0000:00:02.0 its class is missing or is no hexadecimal number",
      "0000:00:03.0 its vendor is missing or is no hexadecimal number",
      "0000:00:04.0 its device is missing or is no hexadecimal number",
      "0000:00:05.0 its class is missing or is no hexadecimal number",
    ]);
  });

  test("makes what is left harmless", async () => {
    const folder = "sys/bus/pci/devices/0000:00:01.0";
    const tree = await treeOfEntries([
      { kind: "file", path: `${folder}/class`, text: "0x0300ff\n" },
      { kind: "file", path: `${folder}/vendor`, text: "0xFFF0\n" },
      { kind: "file", path: `${folder}/device`, text: "0xffff\n" },
      { kind: "file", path: `${folder}/boot_vga`, text: "maybe\n" },
      { kind: "file", path: `${folder}/reset_method`, text: " flr \u001b[2J bus\n" },
      { kind: "link", path: `${folder}/driver`, target: "../../\u001b]0;title\u0007" },
      { kind: "link", path: `${folder}/iommu_group`, target: "../../../../etc/passwd" },
      { kind: "link", path: `${folder}/physfn`, target: "/" },
      { kind: "folder", path: "sys/kernel/iommu_groups/01" },
      { kind: "folder", path: "sys/kernel/iommu_groups/vfio" },
    ]);
    const report = await readHostReport(tree);
    expect(report.devices).toMatchObject([
      {
        class: "0300ff",
        vendorId: "fff0",
        vendor: "Vendor fff0",
        product: "Device ffff",
        driver: "]0;title",
        iommuGroup: null,
        bootVga: null,
        resetMethods: ["flr", "[2J", "bus"],
        physicalFunction: null,
      },
    ]);
    expect(report.groups).toEqual([]);
    expect(hardwareReportSchema.parse(report)).toEqual(report);
  });

  // The time goes into writing and removing 40,000 files.
  test("reads 4,096 devices in one group and one card each", async () => {
    const devices = Array.from({ length: 4096 }, (_, index): DeviceDescription => {
      const bus = (index >> 8).toString(16).padStart(2, "0");
      const slot = ((index >> 3) & 31).toString(16).padStart(2, "0");
      return {
        address: `0000:${bus}:${slot}.${index & 7}`,
        class: "0200",
        id: "8086:154c",
        group: 1,
        driver: "iavf",
      };
    });
    const report = await reportOf(devices);
    expect(report.devices).toHaveLength(4096);
    expect(report.groups[0]?.devices).toHaveLength(4096);
    expect(report.devices[8]?.companions).toHaveLength(7);
  }, 60_000);
});
