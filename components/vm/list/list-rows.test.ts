import { expect, test } from "vitest";
import { rowsOf } from "./list-rows";

const keys = ["local/a", "local/b", "local/c"];
const web = { name: "Web", keys: ["local/a", "local/b"] };
const none = { name: "", keys: ["local/c"] };

test("VMs that stand together are the rows", () => {
  const rows = rowsOf(keys, [], new Set());
  expect(rows.keys).toBe(keys);
  expect(rows.groupOf("local/a")).toBeNull();
});

test("each group has a heading, which is all that is left of one that is folded", () => {
  const open = rowsOf(keys, [web, none], new Set());
  expect(open.keys).toEqual(["/group/Web", "local/a", "local/b", "/group/", "local/c"]);
  const folded = rowsOf(keys, [web, none], new Set(["Web"]));
  expect(folded.keys).toEqual(["/group/Web", "/group/", "local/c"]);
  expect(folded.vmKeys).toEqual(keys);
  expect([folded.groupOf("/group/Web"), folded.groupOf("/group/"), folded.groupOf("local/c")]).toEqual([
    web,
    none,
    null,
  ]);
});
