import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} failures each failed test's file and name, and the beginning of what it said
 */

/** Lines of a failure's text that the end of the report repeats. */
const failureLines = 12;

/**
 * Tests in a report of vitest's JSON reporter.
 * @param {string} file
 * @returns {Count}
 */
export function countVitest(file) {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, "utf8"));
  return { passed: numPassedTests, failed: numFailedTests, failures: testResults.flatMap(vitestFailures) };
}

/**
 * @param {{ name: string, status: string, message?: string, assertionResults: { status: string, fullName: string,
 *   failureMessages: string[] }[] }} file
 */
function vitestFailures({ name, status, message = "", assertionResults }) {
  const failed = assertionResults.filter((result) => result.status === "failed");
  if (failed.length === 0) return status === "failed" ? [failure(name, "", message)] : [];
  return failed.map((result) => failure(name, result.fullName, result.failureMessages.join("\n")));
}

/**
 * Tests in a report of Playwright's JSON reporter.
 * @param {string} file
 * @returns {Count}
 */
export function countPlaywright(file) {
  const { stats, suites, errors } = JSON.parse(readFileSync(file, "utf8"));
  const outside = errors.map((/** @type {{ message: string }} */ error) =>
    failure("outside any test", "", error.message),
  );
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    failures: [...outside, ...suites.flatMap(playwrightFailures)],
  };
}

/**
 * @typedef {{ suites?: Suite[], specs: { file: string, title: string, tests: { status: string,
 *   results: { errors: { message?: string }[] }[] }[] }[] }} Suite
 * @param {Suite} suite
 * @returns {string[]}
 */
function playwrightFailures({ suites = [], specs }) {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ results }) => failure(file, title, messagesOf(results))),
  );
  return [...own, ...suites.flatMap(playwrightFailures)];
}

/** @param {{ errors: { message?: string }[] }[]} results */
function messagesOf(results) {
  return results.flatMap(({ errors }) => errors.map(({ message = "" }) => message)).join("\n");
}

/**
 * @param {string} file
 * @param {string} test
 * @param {string} message
 */
function failure(file, test, message) {
  const lines = stripVTControlCharacters(message).trimEnd().split("\n").slice(0, failureLines);
  return [[file, test].filter(Boolean).join(" › "), ...lines.map((line) => `    ${line}`)].join("\n");
}

/**
 * What a step adds to the sum. A step that failed counts as at least one failure, also where it fell over before
 * any of its tests did, and left no report or one without failures.
 * @param {boolean} succeeded by its exit status
 * @param {(() => Count) | null} readReport null for a check that is one test by itself
 * @returns {Count}
 */
export function countStep(succeeded, readReport) {
  if (readReport === null) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, failures: [] };
  const count = countOrNothing(readReport);
  return succeeded ? count : { ...count, failed: Math.max(1, count.failed) };
}

/**
 * @param {() => Count} readReport
 * @returns {Count}
 */
function countOrNothing(readReport) {
  try {
    return readReport();
  } catch {
    return { passed: 0, failed: 1, failures: ["It left no report that can be read: see its output above."] };
  }
}
