import { describe, expect, test } from "vitest";
import { countStep } from "./test-report.mjs";

const unreadable = () => {
  throw new Error("no such file");
};

describe("countStep", () => {
  test("counts a check as one test", () => {
    expect(countStep(true, null)).toEqual({ passed: 1, failed: 0 });
    expect(countStep(false, null)).toEqual({ passed: 0, failed: 1 });
  });

  test("takes the figures of a report", () => {
    expect(countStep(true, () => ({ passed: 12, failed: 0 }))).toEqual({ passed: 12, failed: 0 });
    expect(countStep(false, () => ({ passed: 12, failed: 3 }))).toEqual({ passed: 12, failed: 3 });
  });

  test("never takes a step that fell over for a success", () => {
    expect(countStep(false, () => ({ passed: 12, failed: 0 }))).toEqual({ passed: 12, failed: 1 });
    expect(countStep(false, unreadable)).toEqual({ passed: 0, failed: 1 });
    expect(countStep(true, unreadable)).toEqual({ passed: 0, failed: 1 });
  });
});
