import { expect, test } from "vitest";
import { isCurrent } from "./destinations";
import { shortcutGroups } from "./shortcut-groups";
import { readShortcut } from "./shortcuts";

test("g and a letter lead somewhere, other letters after it nowhere", () => {
  expect(readShortcut("g", false)).toEqual({ kind: "go-pending" });
  expect(readShortcut("v", true)).toEqual({ kind: "go", href: "/vms" });
  expect(readShortcut("x", true)).toBeNull();
});

test("the letters alone do nothing, so that nobody leaves a page by accident", () => {
  for (const key of ["v", "o", "p"]) expect(readShortcut(key, false)).toBeNull();
});

test("every destination stands in the list behind ?", () => {
  const listed = shortcutGroups(undefined).flatMap((group) =>
    group.shortcuts.map((shortcut) => shortcut.keys.join("")),
  );
  expect(listed).toEqual(expect.arrayContaining(["go", "gv", "gp", "/", "?"]));
});

test("a VM's page belongs to the VMs, and only the overview's own page to the overview", () => {
  expect(isCurrent("/vms", "/vms/local/1")).toBe(true);
  expect(isCurrent("/vms", "/vms-and-more")).toBe(false);
  expect(isCurrent("/", "/vms")).toBe(false);
  expect(isCurrent("/", "/")).toBe(true);
});
