import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { afterAll } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Inside the project, from where the command finds the files that come with it. */
const program = `${root}.cache/command-line/passdeck-${process.pid}.mjs`;

// Once for a file of tests: to have each of its commands translate the sources anew takes a second of each.
buildSync({
  entryPoints: [`${root}server/cli.ts`],
  outfile: program,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  alias: { "@": root.replace(/\/$/, "") },
  logLevel: "warning",
});
afterAll(() => rmSync(program));

/**
 * Runs the command of the sources as a shell would, in a process of its own.
 * @param input For its standard input.
 * @param environment What it has beside our own variables.
 */
export function passdeck(
  words: readonly string[],
  input: string | Buffer = "",
  environment: Readonly<Record<string, string>> = {},
) {
  const env = { ...process.env, ...environment };
  return spawnSync(process.execPath, [program, ...words], { input, env, encoding: "utf8" });
}
