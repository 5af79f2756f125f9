import { expect, test } from "vitest";
import { lifecycleWords } from "./lifecycle-words";

test.each([
  [2, 0, { kind: "started", detail: "Started" }],
  [5, 1, { kind: "stopped", detail: "Forced off" }],
  [8, 0, { kind: "crashed", detail: "The guest panicked" }],
  [3, 99, { kind: "paused", detail: "Paused (detail 99)" }],
  [77, 1, { kind: "changed", detail: "Lifecycle event 77, detail 1" }],
])("lifecycle event %i, detail %i", (event, detail, words) => {
  expect(lifecycleWords(event, detail)).toEqual(words);
});
