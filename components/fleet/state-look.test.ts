import { expect, test } from "vitest";
import { aVm } from "./sample.test-data";
import { countStates } from "./state-look";

test("states are counted, and those of no VM are left out", () => {
  const counts = countStates([aVm(), aVm({ id: "b" }), aVm({ id: "c", state: "off" })]);
  expect([...counts]).toEqual([
    ["running", 2],
    ["off", 1],
  ]);
});
