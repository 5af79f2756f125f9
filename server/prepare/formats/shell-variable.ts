import { changedLine } from "../kernel-line/change-line";
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
  if (found === undefined) return editShellVariable(path, `${withEnd(text)}${name}=""\n`, name, change);
  if (isWorkedOut(text.slice(found.from, found.to)) || found.pieces.length > 1) {
    throw new Refused(
      `A program makes ${name} in line ${found.line} of /${path}: what it becomes can't be known.`,
    );
  }
  return withShellLine(text, found, (line) => changedLine(line, change));
}

function withEnd(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
