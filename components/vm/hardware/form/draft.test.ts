import { describe, expect, test } from "vitest";
import { changeOf, type Draft, isOvertaken, openChanges, withChange } from "./draft";

const values = { cache: "none", io: null };
const draft: Draft = withChange({}, "cache", { now: "none", to: "writeback" });

describe("a draft of a form", () => {
  test("holds what was seen beside what is asked for", () => {
    expect(changeOf(draft)).toEqual({ from: { cache: "none" }, to: { cache: "writeback" } });
  });

  test("is empty again where a field is set back", () => {
    expect(withChange(draft, "cache", { now: "none", to: "none" })).toEqual({});
  });

  test("keeps what was seen first", () => {
    const twice = withChange(draft, "cache", { now: "none", to: "unsafe" });
    expect(changeOf(twice)).toEqual({ from: { cache: "none" }, to: { cache: "unsafe" } });
  });

  test("has nothing left to do once the definition says so", () => {
    expect(openChanges({ cache: "writeback" }, draft)).toEqual({});
    expect(openChanges(values, draft)).toEqual(draft);
  });

  test("is overtaken where somebody else set the field to something else", () => {
    expect(isOvertaken({ cache: "directsync" }, draft, "cache")).toBe(true);
    expect(isOvertaken({ cache: "writeback" }, draft, "cache")).toBe(false);
    expect(isOvertaken(values, draft, "cache")).toBe(false);
  });
});
