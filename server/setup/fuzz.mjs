import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { endTogether } from "./end-together.mjs";
import { fuzzSeed, fuzzSeedVariable } from "./fuzz-seed.mjs";
import { projectRoot, runScript, SetupError } from "./project.mjs";

/**
 * `npm run fuzz`: first the kill tests, at all their points, and a hundred thousand odd requests at each door; then the
 * property tests over and over, with a new seed each time, until the time is over or one of them finds something. With a seed
 * in the environment it is one round with that.
 */
async function main() {
  const replayed = fuzzSeed();
  const files = propertyTests();
  if (replayed !== null) {
    await fuzzOnce(replayed, files);
    return fuzzOnce(replayed, [doors], "libvirt");
  }
  const minutes = minutesAskedFor();
  const started = performance.now();
  await killEverywhere();
  await fuzzOnce(randomInt(2 ** 31), [doors], "libvirt");
  const minutesGone = () => (performance.now() - started) / 60_000;
  let rounds = 0;
  while (minutesGone() < minutes) {
    await fuzzOnce(randomInt(2 ** 31), files);
    rounds += 1;
    console.log(`=== round ${rounds}: nothing found; ${minutesGone().toFixed(1)} of ${minutes} minutes\n`);
  }
}

/** What is sent to the whole server, with a real libvirtd. */
const doors = "server/http/fuzz";

function minutesAskedFor() {
  const { minutes } = parseArgs({ options: { minutes: { type: "string", default: "10" } } }).values;
  if (!(Number(minutes) > 0))
    throw new SetupError(`--minutes is "${minutes}" and has to be a number above 0.`);
  return Number(minutes);
}

/** The server is killed after every effect of every kind of job, where `npm test` tries some of them. */
async function killEverywhere() {
  console.log("=== the server is killed at every point");
  if ((await runVitest(randomInt(2 ** 31), [], "kills")) === 0) return;
  throw new SetupError("\n=== A kill left something that should not be, see above.");
}

/** @returns {string[]} files with property tests, by what they import */
function propertyTests() {
  return ["server", "components"]
    .flatMap((folder) => readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true }))
    .filter(({ name }) => /(?<!\.libvirt)\.test\.tsx?$/.test(name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => readFileSync(path, "utf8").includes('from "fast-check"'));
}

/**
 * @param {number} seed
 * @param {string[]} files
 * @param {string} [project]
 * @throws SetupError that tells how to see the finding again
 */
async function fuzzOnce(seed, files, project = "unit") {
  console.log(`=== ${fuzzSeedVariable}=${seed}, ${files.length} files`);
  if ((await runVitest(seed, files, project)) === 0) return;
  throw new SetupError(
    [
      "",
      `=== Seed ${seed} found something, see above. Once more with the same values:`,
      "",
      `    ${fuzzSeedVariable}=${seed} npm run fuzz`,
      "",
      "Mend it, and keep the counterexample: examples: [[…]] beside the property in its fc.assert.",
    ].join("\n"),
  );
}

/**
 * @param {number} seed
 * @param {string[]} files
 * @param {string} project
 * @returns {Promise<number | null>} its exit status
 */
function runVitest(seed, files, project) {
  const words = ["run", "--project", project, "--reporter=dot", ...files];
  return new Promise((resolve, reject) => {
    const child = spawn(join(projectRoot, "node_modules/.bin/vitest"), words, {
      cwd: projectRoot,
      env: { ...process.env, [fuzzSeedVariable]: String(seed) },
      stdio: ["ignore", "inherit", "inherit"],
    });
    endTogether(child);
    child.once("error", reject);
    child.once("close", resolve);
  });
}

await runScript(main);
