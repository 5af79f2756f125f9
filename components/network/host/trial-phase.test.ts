import { expect, test } from "vitest";
import { trialOf, trialWords } from "./trial-phase";

const told = { live: true, secondsLeft: 42, decision: null } as const;
const words = (...parts: Parameters<typeof trialOf>) => trialWords(trialOf(...parts));

test("the countdown goes on while nothing is heard, and ends in what happens then", () => {
  expect(words(null, 0, false)).toBeNull();
  expect(words({ ...told, live: false }, 0, false)).toContain("is being changed… 42 s");
  expect(words({ ...told, live: false }, 2_000, true)).toContain("still reaches the host… 40 s");
  expect(words(told, 500, false)).toBe("Checking that this browser still reaches the host… 42 s");
  expect(words(told, 41_001, true)).toContain("… 1 s");
  expect(words(told, 60_000, true)).toContain("was not reached in time");
});

test("what was decided is said", () => {
  expect(words({ ...told, decision: "keep" }, 0, false)).toContain("the new network stays");
  expect(words({ ...told, decision: "back" }, 0, false)).toContain("coming back");
});
