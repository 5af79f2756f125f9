import { readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Tests in a report of vitest's JSON reporter.
 * @param {string} file
 * @returns {Count}
 */
export function countVitest(file) {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, "utf8"));
  return { passed: numPassedTests, failed: numFailedTests };
}

/**
 * Tests in a report of Playwright's JSON reporter.
 * @param {string} file
 * @returns {Count}
 */
export function countPlaywright(file) {
  const { expected, unexpected, flaky } = JSON.parse(readFileSync(file, "utf8")).stats;
  return { passed: expected, failed: unexpected + flaky };
}

/**
 * What a step adds to the sum. A step that failed counts as at least one failure, also where it fell over before
 * any of its tests did, and left no report or one without failures.
 * @param {boolean} succeeded by its exit status
 * @param {(() => Count) | null} readReport null for a check that is one test by itself
 * @returns {Count}
 */
export function countStep(succeeded, readReport) {
  if (readReport === null) return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
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
    return { passed: 0, failed: 1 };
  }
}
