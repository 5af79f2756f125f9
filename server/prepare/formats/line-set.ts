import { changedLine } from "../kernel-line/change-line";
import { plainDialect } from "../kernel-line/dialect";
import { EditedLine } from "../kernel-line/edit-line";
import { type LineChange, noLineChange } from "../kernel-line/line-change";
import { lineWords } from "../kernel-line/line-words";

/**
 * Several lines of a file that make one kernel line: what is new goes to the last one, what is to go leaves each.
 * @param elsewhere Lines of other files that come before.
 */
export function changedLineSet(
  lines: readonly string[],
  change: LineChange,
  elsewhere: readonly string[] = [],
): string[] {
  const { remove, removeIds } = change;
  return lines.map((line, index) => {
    const others = [...elsewhere, ...lines.filter((_, other) => other !== index)];
    const around = others.flatMap((other) => lineWords(other, plainDialect).words);
    const part = index === lines.length - 1 ? change : { ...noLineChange, remove, removeIds };
    return changedLine(new EditedLine(line, plainDialect), part, around).text;
  });
}
