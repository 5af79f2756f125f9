import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { endTogether } from "./end-together.mjs";
import { withSetupLock } from "./lock.mjs";
import { checkNodeVersion } from "./node-version.mjs";
import { ensureNpmPackages } from "./npm-packages.mjs";
import { projectRoot, SetupError } from "./project.mjs";
import { ensureSystemParts } from "./system-packages.mjs";
import { systemParts, testParts } from "./system-parts.mjs";
import { countStep } from "./test-report.mjs";
import { reportFolder, testSteps } from "./test-steps.mjs";

/** @typedef {import("./test-steps.mjs").TestStep} TestStep */
/** @typedef {{ name: string, seconds: number, passed: number, failed: number }} StepResult */

/** A step that takes longer hangs. */
const stepLimitMilliseconds = 15 * 60_000;

async function main() {
  checkNodeVersion();
  await withSetupLock(async () => {
    await ensureSystemParts([...systemParts, ...testParts]);
    await ensureNpmPackages();
  });
  rmSync(join(projectRoot, reportFolder), { recursive: true, force: true });
  mkdirSync(join(projectRoot, reportFolder), { recursive: true });
  /** @type {StepResult[]} */
  const results = [];
  // A step that fails stops no other: one run tells all that is wrong.
  for (const testStep of testSteps) results.push(await runStep(testStep));
  report(results);
}

/**
 * @param {TestStep} testStep
 * @returns {Promise<StepResult>}
 */
async function runStep({ name, commands, environment, count }) {
  console.log(`\n=== ${name}`);
  const started = performance.now();
  const succeeded = await runAll(commands, { ...process.env, ...environment });
  const seconds = (performance.now() - started) / 1000;
  console.log(`=== ${name}: ${succeeded ? "passed" : "FAILED"} in ${seconds.toFixed(1)} s`);
  return { name, seconds, ...countStep(succeeded, count ?? null) };
}

/**
 * @param {string[][]} commands
 * @param {NodeJS.ProcessEnv} env
 */
async function runAll(commands, env) {
  for (const [program = "", ...commandArguments] of commands) {
    const path = program === "node" ? process.execPath : join(projectRoot, "node_modules/.bin", program);
    if ((await exitStatus(path, commandArguments, env)) !== 0) return false;
  }
  return true;
}

/**
 * @param {string} program
 * @param {string[]} commandArguments
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number | null>}
 */
function exitStatus(program, commandArguments, env) {
  return new Promise((resolve) => {
    const child = spawn(program, commandArguments, {
      cwd: projectRoot,
      env,
      stdio: ["ignore", "inherit", "inherit"],
      timeout: stepLimitMilliseconds,
    });
    endTogether(child);
    child.once("error", (error) => {
      console.error(error.message);
      resolve(null);
    });
    child.once("close", resolve);
  });
}

/** @param {StepResult[]} results */
function report(results) {
  console.log("\n=== all of it");
  for (const { name, seconds, passed, failed } of results) {
    const figures = [
      `${seconds.toFixed(1)} s`.padStart(8),
      `${passed} passed`.padStart(12),
      `${failed} failed`,
    ];
    console.log(`${name.padEnd(18)}${figures.join("  ")}`);
  }
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
