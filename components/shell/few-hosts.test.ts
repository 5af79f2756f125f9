import { expect, test } from "vitest";
import { aHost } from "@/components/fleet/sample.test-data";
import { fewHosts } from "./few-hosts";

const all = (lost: readonly string[]) =>
  ["a", "b", "c"].map((id) => aHost({ id, connection: lost.includes(id) ? "lost" : "connected" }));
const names = (lost: readonly string[], atMost: number) => {
  const { shown, others } = fewHosts(all(lost), atMost);
  return [...shown.map(({ id }) => id), others];
};

test("few hosts are all named; of many those that are lost, and how many others there are", () => {
  expect(names([], 3)).toEqual(["a", "b", "c", null]);
  expect(names([], 2)).toEqual(["3 hosts connected"]);
  expect(names(["b"], 2)).toEqual(["b", "and 2 more"]);
  expect(names(["a", "b", "c"], 2)).toEqual(["a", "b", "and 1 more"]);
});
