import { describe, expect, test } from "vitest";
import { applies, isAsked, problemBeside, settled } from "./conditions.schema";
import { choice, text } from "./field.schema";

const model = choice("model", "Model", "@model", ["card", "chip"]);
const display = choice("display", "Display", "@display", ["on", "off"], {
  when: { field: "model", is: ["card"] },
});
const frame = choice("frame", "Frame", "@frame", ["on"], { when: { field: "display", is: ["on"] } });
const cache = choice("cache", "Cache", "cache@mode", [["through", "passed through"], "none"], {
  goesWith: { through: { field: "model", is: ["card"] } },
});
const note = text("note", "Note", "note");
const fields = [model, display, frame, cache, note];
const now = { model: "card", display: "on", frame: "on", cache: "through", note: "kept" };

describe("after a change", () => {
  test("what makes no sense any more is gone, and what made no sense but with that", () => {
    const { values, senseless } = settled(fields, { now, to: { model: "chip" } });
    expect(senseless).toEqual([display, frame, cache]);
    expect(values).toEqual({ model: "chip", display: null, frame: null, cache: null, note: "kept" });
  });

  test("what is asked for stays to be judged", () => {
    const { values, senseless } = settled(fields, { now, to: { model: "chip", cache: "through" } });
    expect(senseless).not.toContain(cache);
    expect(problemBeside(fields, cache, values)).toBe("It goes only with Model “card”.");
  });

  test("what made no sense before is left alone where nothing is changed that it depends on", () => {
    const odd = { ...now, model: "chip" };
    expect(settled(fields, { now: odd, to: { note: null } }).senseless).toEqual([]);
  });
});

test("a field that has a value that does not go with the rest is still asked for", () => {
  const values = { ...now, model: "chip" };
  expect([applies(cache, values), isAsked(cache, values)]).toEqual([false, true]);
  expect([applies(display, values), isAsked(display, values)]).toEqual([false, false]);
  expect(applies(cache, { ...values, cache: "toString" })).toBe(true);
});
