import { expect, test } from "vitest";
import { type ListView, plainView, readView, sortedBy, unfiltered, viewAt, writeView } from "./list-view";

test.each<ListView>([
  plainView,
  { ...plainView, query: "web & co", state: "running", host: "atlas", sort: "cpu", descending: true },
  { ...plainView, state: "shutting-down", descending: true },
  { ...plainView, sort: "memory" },
  { ...plainView, tags: ["prod", "c++"], folder: "Web & co/Käse", group: "folder" },
])("a view survives being written to an address: %o", (view) => {
  expect(readView(new URLSearchParams(writeView(view)))).toEqual(view);
});

test("the plain view leaves the address bare", () => {
  expect(writeView(plainView)).toBe("");
});

test("nonsense in an address is left out", () => {
  expect(readView(new URLSearchParams("?state=on-fire&sort=-shoe-size&q=x"))).toEqual({
    ...plainView,
    query: "x",
  });
});

test("a second press turns the order round; figures start with the most", () => {
  const byCpu = sortedBy(plainView, "cpu");
  expect([byCpu.sort, byCpu.descending]).toEqual(["cpu", true]);
  expect(sortedBy(byCpu, "cpu").descending).toBe(false);
  expect(sortedBy(plainView, "name").descending).toBe(true);
});

test("a bare address opens with the chosen view, and the plain one has an address of its own then", () => {
  const chosen = "?tag=prod&group=folder";
  const at = (search: string, by: string | null) => viewAt(new URLSearchParams(search), by);
  expect(at("", chosen)).toEqual({ ...plainView, tags: ["prod"], group: "folder" });
  expect(at("", null)).toEqual(plainView);
  expect(at("?q=x", chosen)).toEqual({ ...plainView, query: "x" });
  expect(at(writeView(plainView, chosen), chosen)).toEqual(plainView);
});

test("all VMs are shown in the order and the groups that they were in", () => {
  const view: ListView = {
    ...plainView,
    tags: ["prod"],
    folder: "Web",
    host: "a",
    state: "off",
    query: "x",
    group: "tags",
    sort: "cpu",
  };
  expect(unfiltered(view)).toEqual({ ...plainView, group: "tags", sort: "cpu" });
});
