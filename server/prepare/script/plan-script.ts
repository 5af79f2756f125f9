import { shellCommand, shellWord } from "../../units/shell-word";
import type { FileStep } from "../file-step";
import { type ScriptFile, scriptFileOf, writing } from "./script-file";
import { scriptEnd, scriptFunctions } from "./script-functions";
import { sidePatterns } from "./side-patterns";

/** A program of a plan, and how what it does is taken back. */
export interface ScriptProgram {
  words: readonly string[];
  /** Run again once the files are as before; files that it edits by itself; other programs instead. */
  back:
    | { kind: "again" }
    | { kind: "files"; paths: readonly string[] }
    | { kind: "command"; words: readonly string[] | null };
}

/** A plan, as its script needs it. */
export interface ScriptedPlan {
  title: string;
  /** Short and of the plan's own: names the folder of the copies. */
  id: string;
  /** Files by their absolute paths. */
  steps: readonly FileStep[];
  executable: readonly string[];
  programs: readonly ScriptProgram[];
  /** Run before the files are put back. */
  endings: readonly (readonly string[])[];
}

/**
 * A plan as a script for a POSIX shell, to be run as root by hand: `check`, `apply` or `undo`. It refuses where a file is not what
 * the plan saw, keeps copies of all that it changes, puts everything back where something fails, and may be run again after it
 * was killed.
 */
export function planScript(plan: ScriptedPlan): string {
  const files = plan.steps.map((step) => scriptFileOf(step, plan.executable.includes(step.file)));
  const sides = plan.programs.flatMap(({ back }) =>
    back.kind === "files" ? [sidePatterns(back.paths)] : [],
  );
  const again = plan.programs.filter(({ back }) => back.kind === "again").map(({ words }) => words);
  return [
    heading(plan),
    scriptFunctions,
    part(
      "expected",
      files.map(({ path, from, to }) => `expect ${path} ${from} ${to}`),
    ),
    part(
      "keep_files",
      files.map(({ path }) => `keep ${path}`),
    ),
    part("write_files", files.map(writing)),
    part("programs", plan.programs.flatMap(programLines)),
    part("ending", endingLines(plan, sides)),
    part("undo_files", [...files].reverse().map(unwriting)),
    part("again", again.map(running)),
    part(
      "unchanged_sides",
      sides.map((patterns) => `unchanged ${patterns}`),
    ),
    scriptEnd,
    "",
  ].join("\n\n");
}

function heading({ title, id }: ScriptedPlan): string {
  return `#!/bin/sh
# ${title.replace(/[^\x20-\x7e]/g, "?")}
#
# A plan of Passdeck's, to be run as root: \`sh FILE check\` changes nothing, \`sh FILE apply\` does it,
# \`sh FILE undo\` takes it back byte for byte. Files that are not as the plan saw them are never touched.
# A second word is a folder in the place of /, to try it on a copy: programs are told there, and not run.
set -eu
umask 022
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
LC_ALL=C
export PATH LC_ALL
act=\${1:-}
root=\${2:-}
kept=$root/var/lib/passdeck-script/${shellWord(id)}`;
}

/** A function of the script's; a shell has none without a command. */
function part(name: string, lines: readonly string[]): string {
  return [`${name}() {`, ":", ...lines, "}"].join("\n");
}

function running(words: readonly string[]): string {
  return `run ${shellCommand(words)}`;
}

function programLines({ words, back }: ScriptProgram): string[] {
  if (back.kind !== "files") return [running(words)];
  const patterns = sidePatterns(back.paths);
  return [`aside ${patterns}`, running(words), `noted ${patterns}`];
}

function endingLines({ programs, endings }: ScriptedPlan, sides: readonly string[]): string[] {
  const instead = programs.flatMap(({ back }) =>
    back.kind === "command" && back.words !== null ? [back.words] : [],
  );
  return [
    ...endings.map(running),
    ...instead.reverse().map(running),
    ...sides.map((patterns) => `back ${patterns}`),
  ];
}

/** What was made goes; what was edited becomes what it was. */
function unwriting(file: ScriptFile): string {
  if (file.before === null) return `gone ${file.path}`;
  return writing({ ...file, from: file.to, to: file.from, after: file.before });
}
