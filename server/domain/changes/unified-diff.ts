type Change = { sign: " " | "-" | "+"; line: string };

/** Lines around a change that are shown unchanged, as `diff -u` does. */
const context = 3;

/** What differs between two texts, as `diff -u` writes it without its head; empty where nothing does. */
export function unifiedDiff(before: string, after: string): string {
  const changes = lineChanges(before.split("\n"), after.split("\n"));
  const near = changes.map((_, index) =>
    changes.slice(Math.max(0, index - context), index + context + 1).some(({ sign }) => sign !== " "),
  );
  const shown: string[] = [];
  let [oldLine, newLine] = [1, 1];
  for (const [index, { sign, line }] of changes.entries()) {
    if (near[index]) {
      if (!near[index - 1]) shown.push(hunkHead(changes, near, index, oldLine, newLine));
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

/** The shortest way from one text to the other; what both begin and end with is set aside before. */
function lineChanges(before: readonly string[], after: readonly string[]): Change[] {
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head += 1;
  let tail = 0;
  const rest = Math.min(before.length, after.length) - head;
  while (tail < rest && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return [
    ...before.slice(0, head).map(unchanged),
    ...middleChanges(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(unchanged),
  ];
}

/** Beyond so many pairs of lines the shortest way would cost too much memory: all goes, and all comes. */
const comparedAtMost = 4_000_000;

function middleChanges(before: readonly string[], after: readonly string[]): Change[] {
  if (before.length * after.length > comparedAtMost) {
    return [
      ...before.map((line): Change => ({ sign: "-", line })),
      ...after.map((line): Change => ({ sign: "+", line })),
    ];
  }
  const common = commonLengths(before, after);
  const changes: Change[] = [];
  let [at, to] = [0, 0];
  while (at < before.length || to < after.length) {
    const [old, next] = [before[at], after[to]];
    if (old !== undefined && old === next) {
      changes.push(unchanged(old));
      at += 1;
      to += 1;
    } else if (old !== undefined && (common[at + 1]?.[to] ?? 0) >= (common[at]?.[to + 1] ?? 0)) {
      changes.push({ sign: "-", line: old });
      at += 1;
    } else {
      changes.push({ sign: "+", line: next ?? "" });
      to += 1;
    }
  }
  return changes;
}

/** How many lines the ends of both texts, from each pair of lines on, have in common at most. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const [row, below] = [lengths[at] ?? [], lengths[at + 1] ?? []];
    for (let to = after.length - 1; to >= 0; to -= 1) {
      row[to] =
        before[at] === after[to] ? (below[to + 1] ?? 0) + 1 : Math.max(below[to] ?? 0, row[to + 1] ?? 0);
    }
  }
  return lengths;
}

function unchanged(line: string): Change {
  return { sign: " ", line };
}
