import { expect, test } from "vitest";
import { type PressedKey, readGridKey, targetRow } from "./grid-keys";

const pressed = (key: string, part: Partial<PressedKey> = {}): PressedKey => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...part,
});

test.each([
  ["ArrowDown", { kind: "move", by: 1, extend: false }],
  ["Enter", { kind: "open" }],
  [" ", { kind: "toggle" }],
  ["x", { kind: "toggle" }],
  [".", { kind: "menu" }],
  ["Escape", { kind: "none" }],
  ["q", null],
])("%j is read as %o", (key, command) => {
  expect(readGridKey(pressed(key))).toEqual(command);
});

test("with Shift, moving selects", () => {
  expect(readGridKey(pressed("ArrowUp", { shiftKey: true }))).toEqual({ kind: "move", by: -1, extend: true });
  expect(readGridKey(pressed("End", { shiftKey: true }))).toEqual({ kind: "last", extend: true });
  expect(readGridKey(pressed("F10", { shiftKey: true }))).toEqual({ kind: "menu" });
});

test("the browser's own combinations stay the browser's, save select all", () => {
  expect(readGridKey(pressed("a", { ctrlKey: true }))).toEqual({ kind: "all" });
  expect(readGridKey(pressed("x", { metaKey: true }))).toBeNull();
  expect(readGridKey(pressed("ArrowDown", { altKey: true }))).toBeNull();
});

test("moving stops at both ends", () => {
  expect(targetRow({ kind: "move", by: 15, extend: false }, 3, 10)).toBe(9);
  expect(targetRow({ kind: "move", by: -15, extend: false }, 3, 10)).toBe(0);
  expect(targetRow({ kind: "last", extend: false }, 3, 10)).toBe(9);
  expect(targetRow({ kind: "first", extend: false }, 3, 10)).toBe(0);
});
