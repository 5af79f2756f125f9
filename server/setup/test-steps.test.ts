import { expect, test } from "vitest";
import { testSteps } from "./test-steps.mjs";

test("each step has a name of its own, and what it needs comes before it", () => {
  const before = new Set<string>();
  for (const { name, needs = [] } of testSteps) {
    expect(before).not.toContain(name);
    expect([...before]).toEqual(expect.arrayContaining(needs));
    before.add(name);
  }
});

test("no step keeps more processors busy than the fewest that are shared out", () => {
  for (const { name, processors = 1 } of testSteps) expect(processors, name).toBeLessThanOrEqual(2);
});
