import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { npmInstall } from "./npm-packages.mjs";
import { projectRoot } from "./project.mjs";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "passdeck-npm-"));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** What npm is asked for, a call each, by an npm that only writes it down. @param fails The command that fails. */
async function askedOfNpm(fails = "nothing"): Promise<string[][]> {
  const calls = join(folder, "calls");
  const program = join(folder, "npm");
  writeFileSync(calls, "");
  writeFileSync(program, `#!/bin/sh\necho "$*" >> "${calls}"\n[ "$1" != "${fails}" ]\n`);
  chmodSync(program, 0o755);
  vi.stubEnv("PATH", `${folder}${delimiter}${process.env.PATH}`);
  await npmInstall(() => undefined);
  const lines = readFileSync(calls, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => line.split(" "));
}

function allowedScripts(): string[] {
  const { allowScripts } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
  return Object.keys(allowScripts).filter((name) => allowScripts[name] === true);
}

test("no package runs a script as it is installed, and afterwards those alone that may", async () => {
  const [install, rebuild, ...more] = await askedOfNpm();
  expect(install).toEqual(expect.arrayContaining(["ci", "--ignore-scripts"]));
  // Without a name npm would run the scripts of all packages.
  expect(allowedScripts()).toContain("better-sqlite3");
  expect(rebuild).toEqual(["rebuild", ...allowedScripts()]);
  expect(more).toEqual([]);
});

test("of packages that could not be installed no script runs", async () => {
  expect((await askedOfNpm("ci")).map(([command]) => command)).toEqual(["ci"]);
});
