import { expect, test } from "vitest";
import { cloneName } from "./clone-name";

test.each([
  ["web.qcow2", [], "web-2.qcow2"],
  ["web-2.qcow2", ["web-2.qcow2"], "web-3.qcow2"],
  ["debian-12.5.iso", [], "debian-12.5-2.iso"],
  ["data", ["data-2", "data-3"], "data-4"],
  [".img", [], ".img-2"],
])("%s beside %j becomes %s", (name, taken, wanted) => {
  expect(cloneName(name, taken)).toBe(wanted);
});
