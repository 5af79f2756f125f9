import { describe, expect, test } from "vitest";
import { desktop } from "@/components/device/desktop.test-data";
import { eightGpuServer } from "@/components/device/eight-gpus.test-data";
import { aDevice, aGraphicsCard, aPort } from "@/components/device/hosts.test-data";
import { functionsOf } from "@/components/device/tree/node";
import { isGpu } from "@/server/pci/device-kind.schema";
import { contextOf, reportOf } from "@/server/pci/layouts/layout-report.test-data";
import { realHosts } from "@/server/pci/layouts/real-hosts.test-data";
import type { JudgedDevice } from "@/server/pci/schema";
import { judgeHost } from "@/server/pci/verdict/judge";
import type { Branch } from "./branches";
import { layoutPicture, type Picture } from "./layout";
import type { Section } from "./sections";

const all = (devices: JudgedDevice[], columns = 3) => layoutPicture(devices, { columns, everything: true });

/** A branch as "1[00:01.0 > [01:00.0]]": the frame's group, its items, what is behind a port. */
function branchText({ group, portOnly, items }: Branch): string {
  const inner = items
    .map((item) => {
      const name = item.node.key.slice(5);
      return "branches" in item ? `${name} > ${item.branches.map(branchText).join(" ")}` : name;
    })
    .join(", ");
  return `${group ?? ""}${portOnly ? "p" : ""}[${inner}]`;
}

function columnsText(picture: Picture): string[][] {
  return picture.rows
    .flatMap(({ complexes }) => complexes)
    .flatMap(({ section }) => section.columns.map((column) => column.map(branchText)));
}

function addressesIn(picture: Picture): string[] {
  const ofBranch = (branch: Branch): string[] =>
    branch.items.flatMap((item) =>
      "branches" in item
        ? [item.node.key, ...item.branches.flatMap(ofBranch)]
        : functionsOf(item.node).map(({ address }) => address),
    );
  const ofSection = (section: Section): string[] => [
    ...section.ports.map(({ key }) => key),
    ...section.switches.flatMap(ofSection),
    ...section.columns.flat().flatMap(ofBranch),
  ];
  return picture.rows
    .flatMap(({ complexes }) => complexes)
    .flatMap(({ section }) => ofSection(section))
    .sort();
}

describe("layoutPicture of real hosts", () => {
  test.each(realHosts.map((host) => [host.name, host] as const))(
    "draws each device of %s once",
    (_, host) => {
      const { devices } = judgeHost(reportOf(host), contextOf(host));
      for (const columns of [1, 3]) {
        expect(addressesIn(all(devices, columns))).toEqual(devices.map(({ address }) => address).sort());
        const tidy = layoutPicture(devices, { columns, everything: false });
        expect(addressesIn(tidy)).toHaveLength(devices.length - tidy.clutter);
      }
    },
  );

  test("leaves no group member of a GPU out", () => {
    for (const host of realHosts) {
      const { devices } = judgeHost(reportOf(host), contextOf(host));
      const drawn = new Set(addressesIn(layoutPicture(devices, { columns: 3, everything: false })));
      const gpuGroups = new Set(devices.filter(isGpu).map(({ iommuGroup }) => iommuGroup));
      const others = devices.filter(({ iommuGroup }) => iommuGroup !== null && gpuGroups.has(iommuGroup));
      expect(others.filter(({ address }) => !drawn.has(address))).toEqual([]);
    }
  });
});

describe("layoutPicture", () => {
  test("frames a group round its bridge and card, or a port alone where its devices are in other groups", () => {
    expect(columnsText(all(desktop().devices, 1))).toEqual([
      [
        "1[00:01.0 > [01:00.0]]",
        "2p[00:01.1 > 5[02:00.0]]",
        "3[00:1c.0 > [03:00.0], 00:1c.4 > [04:00.0]]",
        "4[00:1f.0]",
        "0[00:00.0]",
      ],
    ]);
  });

  test("leaves the chipset's clutter out unless asked for, and tells how much it is", () => {
    const { devices } = desktop();
    const picture = layoutPicture(devices, { columns: 3, everything: false });
    expect(picture.clutter).toBe(1);
    expect(addressesIn(picture)).toHaveLength(devices.length - 1);
  });

  test.each([1, 2, 3, 5])("draws each device once in %s columns", (columns) => {
    for (const { devices } of [desktop(), eightGpuServer()]) {
      const addresses = devices.map(({ address }) => address).sort();
      expect(addressesIn(all(devices, columns))).toEqual(addresses);
    }
  });

  test("keeps the functions of a slot that are in several groups beside each other", () => {
    const card = aGraphicsCard("0000:01:00", 1, { parent: "0000:00:01.0" });
    const split = card.map((device, index) => ({ ...device, iommuGroup: 1 + index }));
    const other = aDevice({
      address: "0000:02:00.0",
      class: "020000",
      parent: "0000:00:01.0",
      iommuGroup: 9,
    });
    const picture = all([aPort("0000:00:01.0", 0), other, ...split], 1);
    expect(columnsText(picture)).toEqual([["0p[00:01.0 > 1[01:00.0] 2[01:00.1] 9[02:00.0]]"]]);
  });

  test("counts in how many frames a scattered group is drawn", () => {
    const scattered = [
      aPort("0000:00:01.0", 1),
      aPort("0000:00:02.0", 2),
      aDevice({ address: "0000:01:00.0", class: "020000", parent: "0000:00:01.0", iommuGroup: 7 }),
      aDevice({ address: "0000:02:00.0", class: "020000", parent: "0000:00:02.0", iommuGroup: 7 }),
    ];
    const picture = all(scattered);
    expect(picture.frames.get(7)).toBe(2);
    expect(columnsText(picture).flat()).toEqual(["1p[00:01.0 > 7[01:00.0]]", "2p[00:02.0 > 7[02:00.0]]"]);
  });

  test("frames nothing where there is no IOMMU", () => {
    const devices = desktop().devices.map((device) => ({ ...device, iommuGroup: null }));
    expect(all(devices).frames.size).toBe(0);
    expect(columnsText(all(devices, 1)).flat()).toContain("[00:01.0 > [01:00.0]]");
  });

  test("gives a large switch a bar of its own where there is room", () => {
    const gpus = Array.from({ length: 4 }, (_, index) => [
      aPort(`0000:02:0${index}.0`, 10 + index, { parent: "0000:01:00.0" }),
      ...aGraphicsCard(`0000:1${index}:00`, 20 + index, { parent: `0000:02:0${index}.0` }),
    ]).flat();
    const devices = [aPort("0000:00:01.0", 1), aPort("0000:01:00.0", 2, { parent: "0000:00:01.0" }), ...gpus];
    const [wide] = all(devices, 4).rows[0]?.complexes[0]?.section.switches ?? [];
    expect(wide?.ports.map(({ key }) => key)).toEqual(["0000:00:01.0", "0000:01:00.0"]);
    expect(wide?.columns).toHaveLength(4);
    expect(all(devices, 1).rows[0]?.complexes[0]?.section.switches).toEqual([]);
  });

  test("puts the root complexes of a server side by side", () => {
    const report = eightGpuServer();
    expect(report.groups.length).toBe(200);
    const picture = layoutPicture(report.devices, { columns: 4, everything: false });
    expect(picture.rows.map((row) => row.complexes.map(({ span }) => span))).toEqual([[1, 1, 1, 1]]);
    expect(picture.rows.flatMap(({ complexes }) => complexes).map(({ complex }) => complex.numaNode)).toEqual(
      [0, 0, 1, 1],
    );
    expect(picture.clutter).toBe(4 * 36);
  });

  test("does not stretch a little over much", () => {
    const gpu = aGraphicsCard("0000:01:00", 1);
    const rows = (columns: number) => all(gpu, columns).rows.map(({ empty }) => empty);
    expect([1, 2, 3].map((columns) => rows(columns))).toEqual([[0], [1], [2]]);
    expect(all(desktop().devices, 5).rows.map(({ empty }) => empty)).toEqual([0]);
  });
});
