import { hostChangeOf, type WishedChange } from "../change.schema";
import { planPrepare } from "../plan";
import type { PrepareHost } from "../prepare-host";

/** What of a change that was made the host would lose at its next start. */
export interface LostAtStart {
  /** Files that do not hold it any more, with a leading slash; none where a program keeps it by itself. */
  files: readonly string[];
  /** Why it can't be told whether anything is lost; null where it can. */
  unknown: string | null;
}

/**
 * Compares a change with what the next start would get: planned once more it has nothing to do where all of it still stands in the
 * files. Updates rewrite what they take for theirs (pop-os/kernelstub issue 53). Pure.
 * @param wanted What is left of it beside later changes.
 * @returns null where all of it stands.
 */
export function lostAtStart(host: PrepareHost, wanted: WishedChange): LostAtStart | null {
  const { steps, commands, refused } = planPrepare(host, hostChangeOf(wanted));
  if (refused !== null) return { files: [], unknown: refused.reason };
  return steps.length + commands.length === 0
    ? null
    : { files: steps.map(({ file }) => file), unknown: null };
}
