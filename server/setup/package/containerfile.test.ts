import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validate } from "dockerfile-utils";
import { describe, expect, test } from "vitest";
import { sourceFiles, sourceFolders } from "../build-stamp.mjs";
import { projectRoot } from "../project.mjs";

const text = readFileSync(join(projectRoot, "Containerfile"), "utf8");
/** An instruction a line. */
const instructions = text
  .replaceAll(/\\\n/g, " ")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));
const wordsOf = (name: string) =>
  instructions.filter((line) => line.startsWith(`${name} `)).map((line) => line.split(/\s+/).slice(1));

describe("the Containerfile", () => {
  test("has nothing that its linter finds", () => {
    expect(validate("FROM debian:12\nMAINTAINER nobody\nRUNN x\n")).toHaveLength(2);
    expect(validate(text)).toEqual([]);
  });

  test("takes into its build what a build is made of", () => {
    const copied = wordsOf("COPY").flatMap((words) =>
      words.filter((word) => !word.startsWith("--")).slice(0, -1),
    );
    expect(copied).toEqual(expect.arrayContaining([...sourceFolders, ...sourceFiles]));
  });

  test("names its base by a tag, and runs what it holds as a user without rights", () => {
    const bases = wordsOf("FROM").map(([image]) => image);
    expect(bases).toEqual(["node:$NODE", "node:$NODE-slim"]);
    expect(wordsOf("ARG")).toEqual([[expect.stringMatching(/^NODE=\d+-[a-z]+$/)]]);
    expect(wordsOf("USER")).toEqual([["passdeck"]]);
    const after = instructions.slice(instructions.indexOf("USER passdeck"));
    expect(after.some((line) => /^(RUN|COPY|ADD) /.test(line))).toBe(false);
    expect(wordsOf("HEALTHCHECK")).toHaveLength(1);
  });
});
