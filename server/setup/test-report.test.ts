import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countPlaywright, countStep, countVitest } from "./test-report.mjs";

const unreadable = () => {
  throw new Error("no such file");
};

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "passdeck-report-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function reportFile(report: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(report));
  return file;
}

describe("a report of vitest's", () => {
  test("tells which tests failed, and with what", () => {
    const passed = { status: "passed", fullName: "a VM starts", failureMessages: [] };
    const failed = {
      status: "failed",
      fullName: "a VM stops",
      failureMessages: ["\u001b[31mexpected off\u001b[39m"],
    };
    const file = reportFile({
      numPassedTests: 1,
      numFailedTests: 1,
      testResults: [
        { name: "vm.test.ts", status: "failed", message: "", assertionResults: [passed, failed] },
        { name: "broken.test.ts", status: "failed", message: "Cannot find module", assertionResults: [] },
      ],
    });
    expect(countVitest(file)).toEqual({
      passed: 1,
      failed: 1,
      failures: ["vm.test.ts › a VM stops\n    expected off", "broken.test.ts\n    Cannot find module"],
    });
  });
});

describe("a report of Playwright's", () => {
  test("tells which tests failed, in suites of suites too, and what fell over outside them", () => {
    const good = { status: "expected", results: [{ errors: [] }] };
    const bad = { status: "unexpected", results: [{ errors: [{ message: "not visible" }] }] };
    const spec = (title: string, tests: unknown[]) => ({ file: "list.spec.ts", title, tests });
    const inner = { specs: [spec("a search finds it", [bad])] };
    const file = reportFile({
      stats: { expected: 1, unexpected: 1, flaky: 0 },
      errors: [{ message: "no server" }],
      suites: [{ specs: [spec("a row opens", [good])], suites: [inner] }],
    });
    expect(countPlaywright(file)).toEqual({
      passed: 1,
      failed: 1,
      failures: ["outside any test\n    no server", "list.spec.ts › a search finds it\n    not visible"],
    });
  });
});

describe("countStep", () => {
  test("counts a check as one test", () => {
    expect(countStep(true, null)).toEqual({ passed: 1, failed: 0, failures: [] });
    expect(countStep(false, null)).toEqual({ passed: 0, failed: 1, failures: [] });
  });

  test("takes the figures of a report", () => {
    expect(countStep(true, () => ({ passed: 12, failed: 0, failures: [] }))).toMatchObject({
      passed: 12,
      failed: 0,
    });
    expect(countStep(false, () => ({ passed: 12, failed: 3, failures: [] }))).toMatchObject({
      passed: 12,
      failed: 3,
    });
  });

  test("never takes a step that fell over for a success", () => {
    expect(countStep(false, () => ({ passed: 12, failed: 0, failures: [] }))).toMatchObject({
      passed: 12,
      failed: 1,
    });
    expect(countStep(false, unreadable)).toMatchObject({ passed: 0, failed: 1 });
    expect(countStep(true, unreadable)).toMatchObject({ passed: 0, failed: 1 });
  });
});
