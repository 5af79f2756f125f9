import { expect, test } from "vitest";
import { type ListView, plainView, readView, sortedBy, writeView } from "./list-view";

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
