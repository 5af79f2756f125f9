import * as z from "zod";
import type { BootChange } from "../../database/boot-change.schema";
import type { BootChanges } from "../../database/boot-changes";
import type { Host } from "../../host/host";
import type { HostTree } from "../../host/host-tree";
import { countsAtOnce } from "../../prepare/change.schema";
import { readPrepareHost } from "../../prepare/read-prepare-host";
import { type Finding, findingSchema } from "../../prepare/verify/finding.schema";
import { type HostNow, readHostNow } from "../../prepare/verify/host-facts-now";
import { verifyChange } from "../../prepare/verify/verify-change";
import { trialFinding } from "../../prepare/verify/verify-trial";
import { verifyUndone } from "../../prepare/verify/verify-undone";
import { bootIdOf } from "./host-now";
import { lostOf, ownParameters } from "./next-start";
import { whyNotUndoable } from "./plan-undo";
import { wishSchema } from "./prepared-change.schema";
import type { MadeChange, PrepareState } from "./state.schema";

/**
 * What Passdeck has changed of how a host starts. What waited for a restart that has come is compared with what is; once all
 * of it is there it stays verified, with what was found. What stands is compared with what the next start would get, too.
 */
export async function readState(
  machine: Pick<Host, "files" | "configuration" | "unchangeable">,
  changes: BootChanges,
): Promise<PrepareState> {
  const tree = machine.files.value;
  const bootId = tree === null ? null : await bootIdOf(tree);
  const made = changes.all();
  const waiting = bootId === null ? [] : made.filter(waits);
  const restarted = waiting.filter((change) => change.bootId !== bootId);
  const looked = [
    ...restarted,
    ...waiting.filter((change) => change.bootId === bootId && isInForce(change, made)),
  ];
  const now = tree === null || looked.length === 0 ? null : await readHostNow(tree);
  const findings = new Map(
    looked.map((change) => [change.id, now === null ? [] : findingsOf(change, made, now)]),
  );
  for (const change of restarted) {
    const found = findings.get(change.id) ?? [];
    if (!isTrial(change) && isFulfilled(found)) changes.verified(change.id, found);
  }
  const lost = tree === null ? new Map() : await lostOn(tree, made);
  const views = made.map((change) =>
    viewOf(change, {
      made,
      bootId,
      findings: findings.get(change.id),
      nextStart: lost.get(change.id) ?? null,
    }),
  );
  return {
    unable: machine.unchangeable ?? machine.configuration.why,
    bootId,
    restartPending: views.some(({ state }) => state === "waiting"),
    changes: views,
  };
}

/** Nothing is read of a host that nothing was changed on. */
async function lostOn(tree: HostTree, made: readonly BootChange[]): Promise<ReturnType<typeof lostOf>> {
  if (made.length === 0) return new Map();
  return lostOf(await readPrepareHost(tree, [], ownParameters(made)), made);
}

function waits({ state, undoneBy }: BootChange): boolean {
  return state === "waiting" && undoneBy === null;
}

function isTrial({ wish }: BootChange): boolean {
  return wishSchema.parse(wish).trial !== null;
}

/** Whether it counts in this start of the host already. */
function isInForce(change: BootChange, made: readonly BootChange[]): boolean {
  const { asked } = wishSchema.parse(change.wish);
  const original = made.find(({ id }) => id === change.undoes);
  const subject = asked ?? (original === undefined ? null : wishSchema.parse(original.wish).asked);
  return keptBy(change, made) || (subject !== null && countsAtOnce(subject));
}

/** Whether it made a trial last, by which the host runs already. */
function keptBy({ undoes, wish }: BootChange, made: readonly BootChange[]): boolean {
  return wishSchema.parse(wish).asked !== null && made.some((trial) => trial.id === undoes && isTrial(trial));
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

interface Seen {
  made: readonly BootChange[];
  bootId: string | null;
  /** What was found just now; undefined where nobody looked. */
  findings: readonly Finding[] | undefined;
  nextStart: MadeChange["nextStart"];
}

function viewOf(change: BootChange, seen: Seen): MadeChange {
  const { id, title, at, by, files, commands, undoes } = change;
  return {
    id,
    title,
    at,
    by,
    state: standingOf(change, seen),
    files: files.map(({ path, from, to }) => ({ file: `/${path}`, before: from, after: to })),
    commands,
    findings: [...(seen.findings ?? z.array(findingSchema).safeParse(change.findings).data ?? [])],
    nextStart: seen.nextStart,
    trial: isTrial(change),
    undoes,
    notUndoable: whyNotUndoable(change, seen.made),
  };
}

function standingOf(change: BootChange, { made, bootId, findings }: Seen): MadeChange["state"] {
  const end = made.find(({ id }) => id === change.undoneBy);
  if (end !== undefined && keptBy(end, made)) return "kept";
  if (change.undoneBy !== null) return "undone";
  if (findings === undefined) return change.state;
  if (change.bootId === bootId) return isFulfilled(findings) ? "running" : "waiting";
  if (!isFulfilled(findings)) return "incomplete";
  return isTrial(change) ? "tried" : "verified";
}
