import { changedLine } from "../kernel-line/change-line";
import { type LineDialect, plainDialect } from "../kernel-line/dialect";
import { EditedLine } from "../kernel-line/edit-line";
import type { LineChange } from "../kernel-line/line-change";
import { withLines } from "./text-lines";

/** How the quotes of a file are meant, and which of its lines. */
interface QuotedOptions {
  dialect?: LineDialect;
  isOurs?: (index: number) => boolean;
}

/** `append="…"`, `options "…"`: the line between the quotes of each line that `keyword` begins and `isOurs` takes. */
export function editQuotedOption(
  text: string,
  keyword: RegExp,
  change: LineChange,
  { dialect = plainDialect, isOurs = () => true }: QuotedOptions = {},
): string {
  return withLines(
    text,
    (line, index) => keyword.test(line) && isOurs(index),
    (lines) =>
      lines.map((line) => {
        const head = keyword.exec(line)?.[0] ?? "";
        const close = line.lastIndexOf('"');
        const parameters = new EditedLine(line.slice(head.length, close), dialect);
        return head + changedLine(parameters, change).text + line.slice(close);
      }),
  );
}
