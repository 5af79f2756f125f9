import { changedLine } from "../kernel-line/change-line";
import { plainDialect } from "../kernel-line/dialect";
import { EditedLine } from "../kernel-line/edit-line";
import type { LineChange } from "../kernel-line/line-change";
import { trialMark } from "./trial-mark";

/** The trial's kernel line, made of the one that the host boots by: the change, and what tells the trial. */
export function trialLine(line: string, change: LineChange): string {
  const changed = changedLine(new EditedLine(line.trim(), plainDialect), change);
  return changed.with([trialMark]).whole().text;
}
