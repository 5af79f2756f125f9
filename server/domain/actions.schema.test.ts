import { describe, expect, test } from "vitest";
import { type ActionSubject, vmActions, whyNot, whyNotRename } from "./actions.schema";

const vm = (state: ActionSubject["state"], change: Partial<ActionSubject> = {}): ActionSubject => ({
  state,
  persistent: true,
  hasSavedState: false,
  ...change,
});

const possible = (subject: ActionSubject) => vmActions.filter((action) => whyNot(action, subject) === null);

describe("what can be done in a state", () => {
  test.each([
    ["off", ["start"]],
    ["crashed", ["start"]],
    ["running", ["pause", "shut-down", "reboot", "reset", "force-off", "save"]],
    ["paused", ["resume", "reset", "force-off", "save"]],
    ["suspended", ["resume", "reset", "force-off", "save"]],
    ["shutting-down", ["shut-down", "reboot", "reset", "force-off", "save"]],
  ] as const)("%s", (state, actions) => {
    expect(possible(vm(state))).toEqual(actions);
  });

  test("discards a saved state only where there is one", () => {
    expect(possible(vm("off", { hasSavedState: true }))).toEqual(["start", "discard-saved"]);
  });

  test("saves no transient VM", () => {
    expect(whyNot("save", vm("running", { persistent: false }))).toMatch(/transient/);
  });

  test("says why in words", () => {
    expect(whyNot("shut-down", vm("paused"))).toMatch(/resume it first/);
  });
});

test("only a VM that is off, kept by libvirt and without a saved state is renamed", () => {
  expect([whyNotRename(vm("off")), whyNotRename(vm("crashed"))]).toEqual([null, null]);
  expect(whyNotRename(vm("paused"))).toMatch(/it is on/);
  expect(whyNotRename(vm("unknown"))).toMatch(/does not say/);
  expect(whyNotRename(vm("off", { persistent: false }))).toMatch(/transient/);
  expect(whyNotRename(vm("off", { hasSavedState: true }))).toMatch(/discard that first/);
});
