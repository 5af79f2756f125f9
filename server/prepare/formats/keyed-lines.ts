import type { LineChange } from "../kernel-line/line-change";
import { changedLineSet } from "./line-set";
import { withLines } from "./text-lines";

/** Changes what stands behind a keyword of lines, which make one kernel line: what is before it stays to the byte. */
export function withKeyedLines(
  text: string,
  keyword: RegExp,
  change: LineChange,
  isOurs: (index: number) => boolean = () => true,
): string {
  return withLines(
    text,
    (line, index) => keyword.test(line) && isOurs(index),
    (lines) => {
      const heads = lines.map((line) => keyword.exec(line)?.[0] ?? "");
      const values = lines.map((line, index) => line.slice(heads[index]?.length ?? 0));
      return changedLineSet(values, change).map((value, index) => `${heads[index]}${value}`);
    },
  );
}
