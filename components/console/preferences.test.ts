import { describe, expect, test } from "vitest";
import { type ConsolePreferences, keepPreferences, readPreferences } from "./preferences";

function storage(kept: string | null) {
  const box = { kept };
  return {
    getItem: () => box.kept,
    setItem: (_key: string, value: string) => {
      box.kept = value;
    },
  };
}

describe("preferences", () => {
  test("come back as they were kept", () => {
    const preferences: ConsolePreferences = { fontSize: 18, screenReader: true };
    const box = storage(null);
    keepPreferences(box, preferences);
    expect(readPreferences(box)).toEqual(preferences);
  });

  test.each([null, "", "{", "7", "null", '{"fontSize":"huge"}'])("are the standard ones for %s", (kept) => {
    expect(readPreferences(storage(kept))).toEqual({ fontSize: 14, screenReader: false });
  });

  test("stay within what can be read", () => {
    expect(readPreferences(storage('{"fontSize":900}')).fontSize).toBe(32);
    expect(readPreferences(storage('{"fontSize":-1}')).fontSize).toBe(8);
  });

  test("hold without storage", () => {
    const refusing = {
      getItem: () => {
        throw new Error("denied");
      },
      setItem: () => {
        throw new Error("full");
      },
    };
    expect(() => keepPreferences(refusing, { fontSize: 9, screenReader: false })).not.toThrow();
    expect(readPreferences(refusing).fontSize).toBe(14);
  });
});
