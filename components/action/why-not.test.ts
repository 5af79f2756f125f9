import { expect, test } from "vitest";
import { aVm } from "@/components/fleet/sample.test-data";
import { whyNotAction, whyNotAutostart, whyNotDelete } from "./why-not";

const on = aVm();
const off = aVm({ id: "b", state: "off" });
const paused = aVm({ id: "c", state: "paused" });

test("an action is open as soon as one VM can take it", () => {
  expect(whyNotAction("start", [on, off])).toBeNull();
  expect(whyNotAction("start", [on])).toBe("It is already on");
});

test("several VMs that refuse for one reason share it, else the reason is a general one", () => {
  expect(whyNotAction("pause", [off, aVm({ id: "d", state: "off" })])).toBe("It is off");
  expect(whyNotAction("pause", [off, paused])).toBe("None of them is in a state for it");
  expect(whyNotAction("pause", [])).toBe("Nothing is selected");
});

test("only what libvirt keeps can start at boot", () => {
  expect(whyNotAutostart([aVm({ persistent: false })])).toMatch(/transient/);
  expect(whyNotAutostart([off])).toBeNull();
});

test("a VM that is on is not deleted", () => {
  expect(whyNotDelete(on)).toMatch(/is on/);
  expect(whyNotDelete(paused)).toMatch(/is on/);
  expect(whyNotDelete(off)).toBeNull();
  expect(whyNotDelete(aVm({ state: "crashed" }))).toBeNull();
});
