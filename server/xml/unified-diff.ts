import { diffArrays } from "diff";

/** Stands behind a hunk's head, where patch(1) takes any words. */
const whole = " too much differs to be compared line by line";

type Change = { sign: " " | "-" | "+"; line: string };

/** Lines around a change that are shown unchanged, as `diff -u` does. */
const context = 3;

/**
 * The search takes time by the square of the lines that differ, on the event loop that everybody shares: beyond so
 * many it is given up.
 */
const mostChangedLines = 1_000;

interface Comparison {
  changes: Change[];
  /** All goes and all comes, as the texts were not compared line by line. */
  isWhole: boolean;
}

/** What differs between two texts, as `diff -u` writes it without its head; empty where nothing does. */
export function unifiedDiff(before: string, after: string): string {
  const { changes, isWhole } = lineChanges(before.split("\n"), after.split("\n"));
  const near = changes.map((_, index) =>
    changes.slice(Math.max(0, index - context), index + context + 1).some(({ sign }) => sign !== " "),
  );
  const shown: string[] = [];
  let [oldLine, newLine] = [1, 1];
  for (const [index, { sign, line }] of changes.entries()) {
    if (near[index]) {
      if (!near[index - 1])
        shown.push(hunkHead(changes, near, index, oldLine, newLine) + (isWhole ? whole : ""));
      shown.push(`${sign}${line}`);
    }
    if (sign !== "+") oldLine += 1;
    if (sign !== "-") newLine += 1;
  }
  return shown.join("\n");
}

function hunkHead(
  changes: readonly Change[],
  near: readonly boolean[],
  start: number,
  oldLine: number,
  newLine: number,
): string {
  const end = near.indexOf(false, start);
  const hunk = changes.slice(start, end < 0 ? changes.length : end);
  const count = (other: "-" | "+") => hunk.filter(({ sign }) => sign !== other).length;
  return `@@ -${oldLine},${count("+")} +${newLine},${count("-")} @@`;
}

/**
 * The shortest way from one text to the other; what both begin and end with is set aside before. All of the old and
 * then all of the new where that way is too long to be looked for.
 */
function lineChanges(before: readonly string[], after: readonly string[]): Comparison {
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head += 1;
  let tail = 0;
  const rest = Math.min(before.length, after.length) - head;
  while (tail < rest && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const [old, next] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const shortest = diffArrays(old, next, { maxEditLength: mostChangedLines });
  const middle = shortest?.flatMap(({ added, removed, value }) =>
    signed(value, added ? "+" : removed ? "-" : " "),
  ) ?? [...signed(old, "-"), ...signed(next, "+")];
  return {
    changes: [
      ...signed(before.slice(0, head), " "),
      ...middle,
      ...signed(before.slice(before.length - tail), " "),
    ],
    isWhole: shortest === undefined,
  };
}

function signed(lines: readonly string[], sign: Change["sign"]): Change[] {
  return lines.map((line) => ({ sign, line }));
}
