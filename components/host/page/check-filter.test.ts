import { expect, test } from "vitest";
import { demoReport } from "@/e2e/hosts/reports";
import { groupsOf } from "./check-filter";

const { checks } = demoReport;
const all = { search: "", status: null };

test("each check is in one group, and what fails comes first", () => {
  const groups = groupsOf(checks, all);
  expect(groups.flatMap(({ checks: shown }) => shown)).toHaveLength(checks.length);
  expect(groups[0]?.checks[0]?.status).toBe("fail");
  expect(groups.slice(1).map(({ group }) => group)).toEqual([
    "processor",
    "iommu",
    "cards",
    "memory",
    "boot",
  ]);
  for (const { checks: shown } of groups) {
    const ranks = shown.map(({ status }) => ["fail", "warn", "unknown", "pass"].indexOf(status));
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
  }
});

test("words are found in any part of a check, all of them", () => {
  const found = groupsOf(checks, { search: "nouveau dmesg", status: null });
  expect(found.flatMap(({ checks: shown }) => shown.map(({ id }) => id))).toEqual(["first-driver"]);
  expect(groupsOf(checks, { search: "nouveau nowhere", status: null })).toEqual([]);
});

test("an answer narrows down", () => {
  const found = groupsOf(checks, { search: "", status: "fail" }).flatMap(({ checks: shown }) => shown);
  expect(new Set(found.map(({ status }) => status))).toEqual(new Set(["fail"]));
});
