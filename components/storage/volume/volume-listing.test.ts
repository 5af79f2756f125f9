import { describe, expect, test } from "vitest";
import { aVolume } from "./volume.test-data";
import { listVolumes, plainListing, sortedBy } from "./volume-listing";

const user = { vmId: "2ec115d7-3a88-3ceb-bc12-0ac909a6fd87", vmName: "Gaming", running: true };
const volumes = [
  aVolume({ name: "vm-10.qcow2", capacityBytes: 30, usedBy: [user] }),
  aVolume({ name: "vm-2.qcow2", capacityBytes: 20 }),
  aVolume({ name: "debian.iso", format: "iso", capacityBytes: 20 }),
];
const names = (part: Partial<typeof plainListing>) =>
  listVolumes(volumes, { ...plainListing, ...part }).map(({ name }) => name);

describe("listVolumes", () => {
  test("counts as people do", () => {
    expect(names({})).toEqual(["debian.iso", "vm-2.qcow2", "vm-10.qcow2"]);
  });

  test("puts equals in the order of their names in either direction", () => {
    expect(names({ sort: "capacity" })).toEqual(["debian.iso", "vm-2.qcow2", "vm-10.qcow2"]);
    expect(names({ sort: "capacity", descending: true })).toEqual([
      "vm-10.qcow2",
      "debian.iso",
      "vm-2.qcow2",
    ]);
  });

  test("finds by name, format and the VM that uses it, all words at once", () => {
    expect(names({ query: "ISO" })).toEqual(["debian.iso"]);
    expect(names({ query: "vm gaming" })).toEqual(["vm-10.qcow2"]);
    expect(names({ query: "vm debian" })).toEqual([]);
  });
});

test("sorts by the largest first, and turns round on a second press", () => {
  const once = sortedBy(plainListing, "capacity");
  expect(once).toMatchObject({ sort: "capacity", descending: true });
  expect(sortedBy(once, "capacity").descending).toBe(false);
  expect(sortedBy(once, "name").descending).toBe(false);
});
