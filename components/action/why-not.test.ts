import { expect, test } from "vitest";
import { aVm } from "@/components/fleet/sample.test-data";
import { whyNotAction, whyNotAutostart, whyNotDelete } from "./why-not";

const none = () => null;
const on = aVm();
const off = aVm({ id: "b", state: "off" });
const paused = aVm({ id: "c", state: "paused" });

test("an action is open as soon as one VM can take it", () => {
  expect(whyNotAction("start", [on, off], none, none)).toBeNull();
  expect(whyNotAction("start", [on], none, none)).toBe("It is already on");
});

test("several VMs that refuse for one reason share it, else the reason is a general one", () => {
  expect(whyNotAction("pause", [off, aVm({ id: "d", state: "off" })], none, none)).toBe("It is off");
  expect(whyNotAction("pause", [off, paused], none, none)).toBe("None of them is in a state for it");
  expect(whyNotAction("pause", [], none, none)).toBe("Nothing is selected");
});

test("nothing is started on a host in maintenance, and all else is done", () => {
  const maintenanceOf = (hostId: string) =>
    hostId === "local" ? { reason: "a new fan", since: 0, by: null } : null;
  expect(whyNotAction("start", [off], maintenanceOf, none)).toBe("Its host is in maintenance (a new fan)");
  expect(
    whyNotAction("start", [off, aVm({ hostId: "atlas", state: "off" })], maintenanceOf, none),
  ).toBeNull();
  expect(whyNotAction("resume", [paused], maintenanceOf, none)).toBeNull();
  expect(whyNotAction("shut-down", [on], maintenanceOf, none)).toBeNull();
});

test("what a cluster runs is started and stopped by that, and paused by whoever may", () => {
  const clustered = ({ id }: { id: string }) => (id === on.id ? "vm-web" : null);
  expect(whyNotAction("force-off", [on], none, clustered)).toBe("A cluster starts and stops it");
  expect(whyNotAction("force-off", [on, paused], none, clustered)).toBeNull();
  expect(whyNotAction("pause", [on], none, clustered)).toBeNull();
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
