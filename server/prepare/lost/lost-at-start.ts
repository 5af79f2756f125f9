import { parametersOfKernel } from "../../host/kernel-parameters";
import type { HostChange } from "../change";
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
  const change = hostChangeOf(wanted);
  const { steps, commands, refused } = planPrepare(host, change);
  if (refused !== null) return standsThere(host, change) ? null : { files: [], unknown: refused.reason };
  return steps.length + commands.length === 0
    ? null
    : { files: steps.map(({ file }) => file), unknown: null };
}

/** Whether there is nothing to do, whatever else the running kernel was started by. */
function standsThere(host: PrepareHost, change: HostChange): boolean {
  const running = parametersOfKernel(host.files.text("proc/cmdline") ?? "");
  const ownParameters = running.map(({ name }) => name.replaceAll("-", "_"));
  const { steps, commands, refused } = planPrepare({ ...host, ownParameters }, change);
  return refused === null && steps.length + commands.length === 0;
}
