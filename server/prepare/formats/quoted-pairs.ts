import { changedLine } from "../kernel-line/change-line";
import { doubledDialect } from "../kernel-line/dialect";
import { EditedLine } from "../kernel-line/edit-line";
import type { LineChange } from "../kernel-line/line-change";
import { Refused } from "../refused";
import { withLines } from "./text-lines";

/** refind_linux.conf: `"title" "parameters"`; a quote within them is doubled (rEFInd, "Methods of booting Linux"). */
const pair = /^(\s*"(?:[^"]|"")*"\s+")((?:[^"]|"")*)(".*)$/;

/** The first line is what boots by default; those that are for rescue stay the way back. */
export function editRefindLinux(text: string, change: LineChange): string {
  const isPair = (line: string) => pair.test(line);
  if (!text.split(/\r?\n/).some(isPair))
    throw new Refused('No line of the file is of the form "title" "parameters", in double quotes.');
  return withLines(
    text,
    (line, index, all) => isPair(line) && all.findIndex((other) => isPair(other.text)) === index,
    (lines) =>
      lines.map((line) => {
        const [, head = "", parameters = "", tail = ""] = pair.exec(line) ?? [];
        return head + changedLine(new EditedLine(parameters, doubledDialect), change).text + tail;
      }),
  );
}
