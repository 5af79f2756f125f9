import { changedLine } from "../kernel-line/change-line";
import { EditedLine } from "../kernel-line/edit-line";
import type { LineChange } from "../kernel-line/line-change";
import { Refused } from "../refused";
import { readAssignments } from "../shell/assignments";
import { refuseUnreadable } from "./refuse-unreadable";
import { withShellLine } from "./shell-line";
import { isWorkedOut } from "./shell-values";

/** The kernel line in a variable of a shell file: /etc/default/limine, /etc/default/u-boot, dracut.conf, uki.conf. */
export function editShellVariable(path: string, text: string, name: string, change: LineChange): string {
  const file = { path, ...readAssignments(text) };
  refuseUnreadable(file, false);
  const found = file.assignments.findLast((one) => one.name === name);
  if (file.assignments.some((one) => one.name === name && one.isConditional)) {
    throw new Refused(`/${path} sets ${name} under a condition: what it becomes can't be known.`);
  }
  if (found === undefined) {
    // Where the file tells the default in a comment, that is what the words are added to.
    const otherwise =
      new RegExp(`^#\\s*${name.replace(/\W/g, "\\$&")}="([^"$\`\\\\]*)"`, "m").exec(text)?.[1] ?? "";
    const started = `${withEnd(text)}${name}="${otherwise}"\n`;
    const after = editShellVariable(path, started, name, change);
    return after === started ? text : after;
  }
  if (isWorkedOut(text.slice(found.from, found.to)) || found.pieces.length > 1) {
    throw new Refused(
      `A program makes ${name} in line ${found.line} of /${path}: what it becomes can't be known.`,
    );
  }
  return withShellLine(text, found, (line) => withEndOf(line, changedLine(line, change)));
}

/** A value that ends in blanks keeps them: the next file adds to it (dracut.conf(5)). */
function withEndOf(before: EditedLine, after: EditedLine): EditedLine {
  const blanks = /\s+$/.exec(before.text)?.[0] ?? "";
  return after.text === before.text || blanks === "" || /\s$/.test(after.text)
    ? after
    : new EditedLine(after.text + blanks, after.dialect);
}

function withEnd(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
