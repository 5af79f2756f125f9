import { describe, expect, test } from "vitest";
import { combinationGroups, ctrlAltDelete, strokesOfCombination } from "./combinations";
import { GuestKeyboard } from "./guest-keyboard";
import { type KeyStroke, keysymOf, namedKeys } from "./key-stroke";
import { LayoutMap } from "./layout-map";
import { keyboardLayouts, layoutKeys } from "./layouts";
import { typeText } from "./type-text";

const layout = (id: string) => {
  const found = keyboardLayouts.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no layout ${id}`);
  return new LayoutMap(found);
};
const words = (strokes: readonly KeyStroke[]) =>
  strokes.map(({ code, down }) => `${down ? "+" : "-"}${code}`).join(" ");
const typed = (text: string, id: string) => words(typeText(text, layout(id)).strokes);

/** A keyboard for a guest with layout `id`, and its answer to a key here in words. */
function keyboard(id: string) {
  const guest = new GuestKeyboard();
  guest.layout = layout(id);
  return (code: string, down: boolean, character: string | null = null) => {
    const keysym = character === null ? (namedKeys[code as "ShiftLeft"] ?? 0) : keysymOf(character);
    return words(guest.translate({ keysym, code, down }, character));
  };
}

describe("layouts", () => {
  test("have a place for every printable ASCII character but what only other alphabets lack", () => {
    const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
    for (const { id } of keyboardLayouts.filter(({ id }) => id !== "ru")) {
      expect([id, ascii.filter((character) => layout(id).placesOf(character) === null)]).toEqual([id, []]);
    }
  });

  test("name each key once, and none has more characters than keys", () => {
    expect(new Set(layoutKeys).size).toBe(48);
    for (const { levels } of keyboardLayouts) {
      for (const level of levels) expect([...level].length).toBeLessThanOrEqual(layoutKeys.length);
    }
  });
});

describe("typing a text", () => {
  test("presses what the guest's layout takes", () => {
    expect(typed("a", "us")).toBe("+KeyA -KeyA");
    expect(typed("A", "us")).toBe("+ShiftLeft +KeyA -KeyA -ShiftLeft");
    expect(typed("z", "de")).toBe("+KeyY -KeyY");
    expect(typed("@", "de")).toBe("+AltRight +KeyQ -KeyQ -AltRight");
    expect(typed("\n\t ", "us")).toBe("+Enter -Enter +Tab -Tab +Space -Space");
  });

  test("composes with dead keys", () => {
    expect(typed("ê", "de")).toBe("+Backquote -Backquote +KeyE -KeyE");
    expect(typed("^", "de")).toBe("+Backquote -Backquote +Space -Space");
  });

  test("leaves out what the layout lacks, and tells of it", () => {
    expect(typeText("日a日", layout("us"))).toMatchObject({ untypable: ["日"] });
    expect(typed("日a", "us")).toBe("+KeyA -KeyA");
  });
});

describe("a key pressed here", () => {
  test("passes by its place where no layout is chosen", () => {
    const guest = new GuestKeyboard();
    const stroke = { keysym: 0x7a, code: "KeyY", down: true };
    expect(guest.translate(stroke, "z")).toEqual([stroke]);
  });

  test("goes to the place where the guest has that character, down and up", () => {
    const press = keyboard("us");
    expect(press("KeyY", true, "z")).toBe("+KeyZ");
    expect(press("KeyY", false)).toBe("-KeyZ");
  });

  test("takes modifiers out of the way, and puts them back", () => {
    const press = keyboard("us");
    press("ShiftLeft", true);
    expect(press("Digit7", true, "/")).toBe("-ShiftLeft +Slash +ShiftLeft");
    press("ShiftLeft", false);
    press("AltRight", true);
    expect(press("KeyQ", true, "@")).toBe("-AltRight +ShiftLeft +Digit2 -ShiftLeft +AltRight");
    expect(press("KeyQ", false)).toBe("-Digit2");
  });

  test("adds modifiers that the guest's layout takes", () => {
    expect(keyboard("de")("Slash", true, "/")).toBe("+ShiftLeft +Digit7 -ShiftLeft");
    expect(keyboard("de")("BracketLeft", true, "[")).toBe("+AltRight +Digit8 -AltRight");
  });

  test("passes by its place where it types nothing, or what the guest cannot", () => {
    expect(keyboard("us")("F5", true)).toBe("+F5");
    expect(keyboard("us")("KeyA", true, "日")).toBe("+KeyA");
  });
});

describe("combinations", () => {
  test("go down in order and up in reverse", () => {
    expect(words(strokesOfCombination(ctrlAltDelete))).toBe(
      "+ControlLeft +AltLeft +Delete -Delete -AltLeft -ControlLeft",
    );
  });

  test("have one label each in their group", () => {
    for (const { combinations } of combinationGroups) {
      expect(new Set(combinations.map(({ label }) => label)).size).toBe(combinations.length);
    }
  });
});
