import { join } from "node:path";
import { projectRoot } from "./project.mjs";
import { countStep } from "./test-report.mjs";
import { runWatched } from "./watched-command.mjs";

/** @typedef {import("./test-steps.mjs").TestStep} TestStep */
/** @typedef {{ name: string, seconds: number } & import("./test-report.mjs").Count} StepResult */

/** What prints nothing for so long hangs: no single test takes that long on the slowest machine. */
const silenceMilliseconds = 10 * 60_000;

/**
 * Runs the commands of a step one after the other until one fails.
 * @param {TestStep} testStep
 * @param {(text: string) => void} write takes what is printed
 * @returns {Promise<StepResult>}
 */
export async function runTestStep({ name, commands, environment, count }, write) {
  write(`\n=== ${name}\n`);
  const started = performance.now();
  const succeeded = await runAll(commands, { ...process.env, ...colours(), ...environment }, write);
  const seconds = (performance.now() - started) / 1000;
  write(`=== ${name}: ${succeeded ? "passed" : "FAILED"} in ${seconds.toFixed(1)} s\n`);
  return { name, seconds, ...countStep(succeeded, count ?? null) };
}

/**
 * @param {string[][]} commands
 * @param {NodeJS.ProcessEnv} env
 * @param {(text: string) => void} onOutput
 */
async function runAll(commands, env, onOutput) {
  for (const [program = "", ...commandArguments] of commands) {
    const path = program === "node" ? process.execPath : join(projectRoot, "node_modules/.bin", program);
    const options = { cwd: projectRoot, env, silenceMilliseconds, onOutput };
    if ((await runWatched(path, commandArguments, options)) !== 0) return false;
  }
  return true;
}

/**
 * Tools see a pipe, and would leave their colours out, on a terminal too.
 * @returns {NodeJS.ProcessEnv}
 */
function colours() {
  return process.stdout.isTTY && process.env.NO_COLOR === undefined ? { FORCE_COLOR: "1" } : {};
}
