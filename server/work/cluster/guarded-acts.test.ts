import { expect, test } from "vitest";
import { type ActOn, rights } from "../../access/rights";
import { vmActions } from "../../domain/actions.schema";
import { guardedActs, guardOf } from "./guarded-acts";

/** What stays open on a VM that a cluster runs: it shows something, or is Passdeck's own. */
const open: readonly ActOn<"vm">[] = [
  "vm.see",
  "vm.xml",
  "vm.events",
  "vm.startProblems",
  "vm.dismissFailedStart",
  "guestGpu.watch",
  "guestGpu.set",
  "hardware.watch",
  "definition.get",
  "definition.watchVersions",
  "definition.version",
  "definition.preview",
  "definition.merge",
  "definition.export",
  "move.steer",
  "move.watch",
  "create.plan",
  "create.run",
  "console.open",
  "console.watch",
  "console.viewers",
  "console.access",
  "console.setWatching",
  "console.disconnect",
  "console.takeKeyboard",
  "console.giveKeyboard",
  "console.links",
  "console.createLink",
  "console.revokeLink",
  "share.watch",
  "share.set",
  "share.remove",
];
const byInput = ["vm.act", "vm.setAutostart"];

test("each act on a VM is classified, and whatever is not known to be harmless is refused", () => {
  expect(Object.keys(guardedActs).sort()).toEqual(Object.keys(rights.vm).sort());
  const others = Object.keys(rights.vm).filter((act) => !byInput.includes(act));
  const isOpen = others.filter((act) => guardOf(act, {}) === "open");
  expect(isOpen.sort()).toEqual([...open].sort());
});

test("whatever stops or starts it is refused; what its guest survives in its QEMU is not", () => {
  const refused = vmActions.filter((action) => guardOf("vm.act", { action }) !== "open");
  expect(refused).toEqual(["start", "shut-down", "force-off", "save"]);
  expect(guardOf("vm.setAutostart", { autostart: false })).toBe("open");
  expect(guardOf("vm.setAutostart", { autostart: true })).not.toBe("open");
});

test("acts that are no VM's are none of a cluster's business", () => {
  expect(guardOf("storage.deletePool", {})).toBe("open");
});
