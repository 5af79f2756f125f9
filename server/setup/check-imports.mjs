import { readdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot, runScript, SetupError } from "./project.mjs";
import { readRooms } from "./rooms-table.mjs";
import { tryCommand } from "./run-command.mjs";
import { impureSchemas } from "./schema-purity.mjs";
import { staleExceptions } from "./stale-exceptions.mjs";

/**
 * @typedef {object} CruiseResult what dependency-cruiser prints as JSON, as far as we read it
 * @property {import("./schema-purity.mjs").CruisedModule[]} modules
 * @property {{ violations: { from: string, to: string, rule: { name: string } }[] }} summary
 */

const folders = ["server", "app", "components", "e2e"];
/** Under an unsuitable TypeScript dependency-cruiser reads nothing, and is content. */
const leastShareRead = 0.9;

/** Checks the import directions of docs/rooms.json, that its exceptions are needed, that schemas run in a browser, and that the modules were read at all. */
async function main() {
  const { modules, summary } = await cruise();
  const written = new Set(await sourceFiles());
  const read = modules.filter(({ source }) => written.has(source));
  const imports = read.reduce((sum, { dependencies }) => sum + dependencies.length, 0);
  for (const { from, to, rule } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
  const impure = impureSchemas(modules);
  for (const chain of impure) console.error(`a schema that does not run in a browser: ${chain.join(" → ")}`);
  if (impure.length > 0) throw new SetupError(`${impure.length} schemas need more than a browser has.`);
  if (summary.violations.length > 0)
    throw new SetupError(`${summary.violations.length} imports go the wrong way.`);
  const stale = staleExceptions(modules, readRooms());
  for (const { from, to } of stale) console.error(`an exception that no import needs: ${from} → ${to}`);
  if (stale.length > 0)
    throw new SetupError(`docs/rooms.json has ${stale.length} exceptions that no import needs. Remove them.`);
  if (read.length < written.size * leastShareRead || imports < read.length) {
    throw new SetupError(
      `Only ${read.length} of ${written.size} modules were read, with ${imports} imports.`,
    );
  }
  console.log(`${read.length} modules with ${imports} imports, all in the right direction.`);
}

/** @returns {Promise<CruiseResult>} */
async function cruise() {
  const present = folders.filter((folder) => readdirSync(projectRoot).includes(folder));
  const program = join(projectRoot, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const { output } = await tryCommand(
    process.execPath,
    [program, "--config", "dependency-cruiser.config.cjs", "--output-type", "json", ...present],
    { cwd: projectRoot },
  );
  try {
    return JSON.parse(output);
  } catch {
    throw new SetupError(`dependency-cruiser failed:\n${output}`);
  }
}

/** @returns {Promise<string[]>} the TypeScript files that git knows or would take */
async function sourceFiles() {
  const patterns = folders.flatMap((folder) => [`${folder}/**/*.ts`, `${folder}/**/*.tsx`, `${folder}/*.ts`]);
  const { status, output } = await tryCommand(
    "git",
    [
      "ls-files",
      "--cached",
      "--others",
      "--exclude-standard",
      ...patterns.map((pattern) => `:(glob)${pattern}`),
    ],
    { cwd: projectRoot },
  );
  if (status !== 0) throw new SetupError(`git could not list the sources:\n${output}`);
  return [...new Set(output.split("\n").filter((line) => line !== ""))];
}

await runScript(main);
