import { expect, test } from "vitest";
import { lineDiff } from "./line-diff";

test.each([
  ["a line that is another one", "a\nb\nc\n", "a\nx\nc\n", "@@ line 2 @@\n-b\n+x"],
  ["a file that is made", "", "a\nb\n", "@@ line 1 @@\n+a\n+b"],
  ["a line at the end", "a\n", "a\na\n", "@@ line 2 @@\n+a"],
  ["a line that goes", "a\na\n", "a\n", "@@ line 2 @@\n-a"],
  ["nothing", "a\n", "a\n", ""],
])("shows %s", (_, before, after, diff) => {
  expect(lineDiff(before, after)).toBe(diff);
});
