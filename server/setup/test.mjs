import { mkdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { InTurn } from "./in-turn.mjs";
import { withSetupLock } from "./lock.mjs";
import { checkNodeVersion } from "./node-version.mjs";
import { ensureNpmPackages } from "./npm-packages.mjs";
import { projectRoot, SetupError } from "./project.mjs";
import { runTestStep } from "./run-test-step.mjs";
import { sideBySide } from "./side-by-side.mjs";
import { ensureSystemParts } from "./system-packages.mjs";
import { systemParts, testParts } from "./system-parts.mjs";
import { reportFolder, testSteps } from "./test-steps.mjs";

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
  // A step that fails stops no other: one run tells all that is wrong.
  const results = await sideBySide(testSteps, processors(), runInTurn);
  report(results, (performance.now() - started) / 1000);
}

/** A single one is shared by two steps; more than four hold too much in memory, as some emulate a host each. */
function processors() {
  return Math.min(4, Math.max(2, availableParallelism()));
}

const output = new InTurn((text) => process.stdout.write(text));

/** @param {import("./test-steps.mjs").TestStep} step */
async function runInTurn(step) {
  const { write, end } = output.open();
  try {
    return await runTestStep(step, write);
  } finally {
    end();
  }
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
