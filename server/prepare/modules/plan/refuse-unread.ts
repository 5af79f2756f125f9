import { refuseUnreadable } from "../../formats/refuse-unreadable";
import { Refused as Reason } from "../../refused";
import { readAssignments } from "../../shell/assignments";
import { type Draft, type Refused, refuse, untilRefused } from "./draft";

/** Why bash would not read one of these files as it stands there; null where it reads all. */
export function refuseUnread(draft: Draft, paths: readonly string[]): Refused | null {
  return untilRefused(paths, (path) => {
    try {
      refuseUnreadable({ path, ...readAssignments(draft.text(path) ?? "") }, false);
      return null;
    } catch (error) {
      if (error instanceof Reason) return refuse(error.message);
      throw error;
    }
  });
}
