import { describe, expect, test } from "vitest";
import { readKey } from "./keys";

const press = (key: string, held: string) => ({
  key,
  ctrlKey: held.includes("C"),
  shiftKey: held.includes("S"),
  altKey: held.includes("A"),
  metaKey: held.includes("M"),
});

describe("readKey", () => {
  test("takes its own keys from the guest", () => {
    expect(readKey(press("Enter", "CS"))).toBe("leave");
    expect(readKey(press("F", "CS"))).toBe("search");
    expect(readKey(press("V", "CS"))).toBe("paste");
    expect(readKey(press("_", "CS"))).toBe("smaller");
  });

  test("leaves everything else to the guest, Tab, Escape and Ctrl+C among it", () => {
    for (const [key, held] of [
      ["Tab", ""],
      ["Tab", "S"],
      ["Escape", ""],
      ["c", "C"],
      ["F", "S"],
      ["Enter", "S"],
      ["Enter", "CSA"],
      ["F6", "CS"],
    ] as const) {
      expect(readKey(press(key, held))).toBeNull();
    }
  });
});
