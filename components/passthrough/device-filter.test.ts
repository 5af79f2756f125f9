import { describe, expect, test } from "vitest";
import { desktop } from "@/components/device/desktop.test-data";
import { judgedPlainly } from "@/components/device/hosts.test-data";
import { demoReport as demo, reportWithoutIommu } from "@/e2e/hosts/reports";
import { countKinds, countVerdicts, filterGroups } from "./device-filter";
import { groupsOf } from "./group-view";

const demoReport = judgedPlainly(demo);

describe("groupsOf", () => {
  test("counts the cards that share a group, bridges left aside", () => {
    const groups = groupsOf(demoReport);
    const cards = new Map(groups.map((group) => [group.id, group.cards]));
    expect([cards.get(0), cards.get(1), cards.get(10), cards.get(11)]).toEqual([0, 1, 1, 2]);
  });

  test("puts devices without a group together at the end", () => {
    const groups = groupsOf(judgedPlainly(reportWithoutIommu));
    expect(groups.map((group) => [group.id, group.devices.length])).toEqual([[null, 25]]);
  });
});

describe("filterGroups", () => {
  const shown = (search: string, kind: Parameters<typeof filterGroups>[1]["kind"] = null) =>
    filterGroups(groupsOf(demoReport), { search, kind, verdict: null }).map(({ group }) => group.id);

  test("shows everything and marks nothing where nothing is asked for", () => {
    const all = filterGroups(groupsOf(demoReport), { search: "  ", kind: null, verdict: null });
    expect(all).toHaveLength(17);
    expect(all.every(({ matches }) => matches === null)).toBe(true);
  });

  test("keeps the whole group of a device that fits, and marks that device", () => {
    const [found] = filterGroups(groupsOf(demoReport), { search: "gtx 970", kind: null, verdict: null });
    expect(found?.group.devices).toHaveLength(3);
    expect([...(found?.matches ?? [])]).toEqual(["0000:01:00.0"]);
  });

  test.each([
    ["0000:02:00", [11]],
    ["10de:13c2", [1]],
    ["1da2:e367", [13]],
    ["VFIO-PCI", [1, 9, 16]],
    ["sapphire", [13]],
    ["group 7", [7]],
    ["ethernet igb", [15]],
    ["no driver", []],
    ["nothing of the kind", []],
  ])("finds %s", (search, ids) => {
    expect(shown(search)).toEqual(ids);
  });

  test("takes the kind and the words together", () => {
    expect(shown("", "gpu")).toEqual([1, 2, 13]);
    expect(shown("amdgpu", "gpu")).toEqual([13]);
    expect(shown("amdgpu", "audio")).toEqual([]);
  });
});

describe("countKinds", () => {
  test("counts each kind that there is", () => {
    const counts = countKinds(demoReport.devices);
    expect(Object.fromEntries(counts)).toEqual({
      bridge: 7,
      gpu: 3,
      audio: 4,
      usb: 4,
      network: 3,
      storage: 2,
      other: 2,
    });
  });
});

describe("verdicts", () => {
  const { devices } = desktop();

  test("are counted", () => {
    expect(Object.fromEntries(countVerdicts(devices))).toEqual({
      ready: 2,
      bindable: 3,
      risky: 2,
      blocked: 6,
    });
  });

  test("are asked for together with words", () => {
    const found = filterGroups(groupsOf(desktop()), { search: "audio", kind: null, verdict: "risky" });
    expect(found.map(({ group, matches }) => [group.id, ...(matches ?? [])])).toEqual([[5, "0000:02:00.1"]]);
  });
});
