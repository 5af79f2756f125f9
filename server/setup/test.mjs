import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { withSetupLock } from "./lock.mjs";
import { checkNodeVersion } from "./node-version.mjs";
import { ensureNpmPackages } from "./npm-packages.mjs";
import { projectRoot, SetupError } from "./project.mjs";
import { runTestStep } from "./run-test-step.mjs";
import { ensureSystemParts } from "./system-packages.mjs";
import { systemParts, testParts } from "./system-parts.mjs";
import { reportFolder, testStages } from "./test-steps.mjs";

/** @typedef {import("./test-steps.mjs").TestStep} TestStep */
/** @typedef {import("./run-test-step.mjs").StepResult} StepResult */

async function main() {
  checkNodeVersion();
  await withSetupLock(async () => {
    await ensureSystemParts([...systemParts, ...testParts]);
    await ensureNpmPackages();
  });
  rmSync(join(projectRoot, reportFolder), { recursive: true, force: true });
  mkdirSync(join(projectRoot, reportFolder), { recursive: true });
  const started = performance.now();
  /** @type {StepResult[]} */
  const results = [];
  // A step that fails stops no other: one run tells all that is wrong.
  for (const stage of testStages) results.push(...(await runStage(stage)));
  report(results, (performance.now() - started) / 1000);
}

/**
 * Runs two lanes of steps beside each other. The first one's output comes as it is printed; the second one's is held
 * back until the first has ended.
 * @param {import("./test-steps.mjs").TestStage} stage
 */
async function runStage([first, second = []]) {
  /** @type {string[] | null} */
  let heldBack = [];
  const beside = runLane(second, (text) => (heldBack === null ? print(text) : heldBack.push(text)));
  const results = await runLane(first, print);
  print(heldBack.join(""));
  heldBack = null;
  return [...results, ...(await beside)];
}

/**
 * @param {readonly TestStep[]} steps
 * @param {(text: string) => unknown} write
 */
async function runLane(steps, write) {
  /** @type {StepResult[]} */
  const results = [];
  for (const step of steps) results.push(await runTestStep(step, write));
  return results;
}

/** @param {string} text */
function print(text) {
  process.stdout.write(text);
}

/**
 * @param {StepResult[]} results
 * @param {number} totalSeconds
 */
function report(results, totalSeconds) {
  const failures = results.flatMap((result) => result.failures);
  // The end of a long output is what people and machines keep.
  if (failures.length > 0) console.log(["\n=== what failed", ...failures].join("\n"));
  console.log("\n=== all of it");
  for (const { name, seconds, passed, failed } of results) {
    const figures = [
      `${seconds.toFixed(1)} s`.padStart(8),
      `${passed} passed`.padStart(12),
      `${failed} failed`,
    ];
    console.log(`${name.padEnd(18)}${figures.join("  ")}`);
  }
  console.log(`${"together".padEnd(18)}${`${totalSeconds.toFixed(1)} s`.padStart(8)}`);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  console.log("\n0 passed, 1 failed");
  process.exitCode = 1;
}
