import type { BootChange } from "../../database/boot-change.schema";
import type { BootChanges } from "../../database/boot-changes";
import type { Host } from "../../host/host";
import type { Finding } from "../../prepare/verify/finding.schema";
import { type HostNow, readHostNow } from "../../prepare/verify/host-facts-now";
import { verifyChange } from "../../prepare/verify/verify-change";
import { trialFinding } from "../../prepare/verify/verify-trial";
import { verifyUndone } from "../../prepare/verify/verify-undone";
import { bootIdOf } from "./host-now";
import { whyNotUndoable } from "./plan-undo";
import { wishSchema } from "./prepared-change.schema";
import type { MadeChange, PrepareState } from "./state.schema";

/**
 * What Passdeck has changed of how a host starts. What waited for a restart that has come is compared with what is; once all
 * of it is there it stays verified.
 */
export async function readState(
  machine: Pick<Host, "files" | "configuration" | "unchangeable">,
  changes: BootChanges,
): Promise<PrepareState> {
  const tree = machine.files.value;
  const bootId = tree === null ? null : await bootIdOf(tree);
  const made = changes.all();
  const restarted = made.filter((change) => waits(change) && bootId !== null && change.bootId !== bootId);
  const now = tree === null || restarted.length === 0 ? null : await readHostNow(tree);
  const findings = new Map(
    restarted.map((change) => [change.id, now === null ? [] : findingsOf(change, made, now)]),
  );
  for (const change of restarted)
    if (!isTrial(change) && isFulfilled(findings.get(change.id) ?? [])) changes.verified(change.id);
  const views = made.map((change) => viewOf(change, made, findings.get(change.id)));
  return {
    unable: machine.unchangeable ?? machine.configuration.why,
    bootId,
    restartPending: views.some(({ state }) => state === "waiting"),
    changes: views,
  };
}

function waits({ state, undoneBy }: BootChange): boolean {
  return state === "waiting" && undoneBy === null;
}

function isTrial({ wish }: BootChange): boolean {
  return wishSchema.parse(wish).trial !== null;
}

function isFulfilled(findings: readonly Finding[]): boolean {
  return findings.every(({ status }) => status !== "fail");
}

/** Of one that took another back: whether the host starts as before that one. */
function findingsOf(change: BootChange, made: readonly BootChange[], now: HostNow): Finding[] {
  const { asked, trial } = wishSchema.parse(change.wish);
  if (asked !== null) return [...(trial === null ? [] : [trialFinding(now)]), ...verifyChange(asked, now)];
  const original = made.find(({ id }) => id === change.undoes);
  return original === undefined ? [] : verifyUndone(wishSchema.parse(original.wish).seen, now);
}

function viewOf(
  change: BootChange,
  made: readonly BootChange[],
  findings: readonly Finding[] | undefined,
): MadeChange {
  const { id, title, at, by, files, commands, undoes } = change;
  return {
    id,
    title,
    at,
    by,
    state: standingOf(change, findings),
    files: files.map(({ path, from, to }) => ({ file: `/${path}`, before: from, after: to })),
    commands,
    findings: [...(findings ?? [])],
    trial: isTrial(change),
    undoes,
    notUndoable: whyNotUndoable(change, made),
  };
}

function standingOf(change: BootChange, findings: readonly Finding[] | undefined): MadeChange["state"] {
  if (change.undoneBy !== null) return "undone";
  if (findings === undefined) return change.state;
  if (!isFulfilled(findings)) return "incomplete";
  return isTrial(change) ? "tried" : "verified";
}
