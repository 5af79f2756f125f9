import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unifiedDiff } from "./unified-diff";

const text = (...lines: string[]) => lines.join("\n");

describe("unifiedDiff", () => {
  test("shows what changed with three lines around it", () => {
    const before = text("1", "2", "3", "4", "5", "6", "7", "8");
    const after = text("1", "2", "3", "4", "x", "y", "6", "7", "8");
    expect(unifiedDiff(before, after)).toBe(
      text("@@ -2,7 +2,8 @@", " 2", " 3", " 4", "-5", "+x", "+y", " 6", " 7", " 8"),
    );
  });

  test("begins a new hunk where changes are far apart", () => {
    const lines = Array.from({ length: 20 }, (_, number) => String(number));
    const after = lines.map((line) => (line === "2" || line === "17" ? `${line}!` : line));
    expect(unifiedDiff(text(...lines), text(...after)).match(/^@@ .* @@$/gm)).toEqual([
      "@@ -1,6 +1,6 @@",
      "@@ -15,6 +15,6 @@",
    ]);
  });

  test("says nothing where nothing changed", () => {
    expect(unifiedDiff("a\nb", "a\nb")).toBe("");
  });

  test("replaces everything where comparing all lines would take too much", () => {
    const many = (mark: string) => Array.from({ length: 3000 }, (_, number) => `${mark}${number}`);
    const diff = unifiedDiff(text("head", ...many("a"), "tail"), text("head", ...many("b"), "tail"));
    expect(diff.split("\n").slice(0, 3)).toEqual([
      "@@ -1,3002 +1,3002 @@ too much differs to be compared line by line",
      " head",
      "-a0",
    ]);
    expect(patched(["head", ...many("a"), "tail"], diff)).toEqual(["head", ...many("b"), "tail"]);
  });

  test("compares a long text with few changes line by line", () => {
    const lines = Array.from({ length: 10_000 }, (_, number) => String(number));
    const after = lines.map((line) => (Number(line) % 25 === 0 ? `${line}!` : line));
    const diff = unifiedDiff(text(...lines), text(...after));
    expect(diff.match(/^@@/gm)).toHaveLength(400);
    expect(patched(lines, diff)).toEqual(after);
  });

  test("gives up on two texts of 10,000 lines that have none in common but spread ones", () => {
    const many = (mark: string) =>
      Array.from({ length: 10_000 }, (_, number) => (number % 100 === 50 ? `${number}` : `${mark}${number}`));
    const diff = unifiedDiff(text(...many("a")), text(...many("b")));
    expect(diff.split("\n")[0]).toBe("@@ -1,10000 +1,10000 @@ too much differs to be compared line by line");
    expect(patched(many("a"), diff)).toEqual(many("b"));
  });

  test("is what leads from one text to the other", () => {
    const lines = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        expect(patched(before, unifiedDiff(text(...before), text(...after)))).toEqual(after);
      }),
    );
  });
});

/** What patch(1) makes of a text. */
function patched(before: readonly string[], diff: string): string[] {
  const result: string[] = [];
  let at = 0;
  for (const line of diff === "" ? [] : diff.split("\n")) {
    const start = /^@@ -(\d+)/.exec(line)?.[1];
    if (start !== undefined) {
      result.push(...before.slice(at, Number(start) - 1));
      at = Number(start) - 1;
      continue;
    }
    if (!line.startsWith("-")) result.push(line.slice(1));
    if (!line.startsWith("+")) expect(line.slice(1)).toBe(before[at++]);
  }
  return [...result, ...before.slice(at)];
}
