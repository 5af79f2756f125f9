import { randomUUID } from "node:crypto";
import type { BootChange } from "../../database/boot-change.schema";
import { AppError } from "../../errors";
import { need } from "../../host/ability";
import { countsAtOnce } from "../../prepare/change.schema";
import { filesBack } from "./files-back";
import { bootIdOf, driversOf, targetOf } from "./host-now";
import type { PlanParts } from "./plan-change";
import { fromNextStart, type PlannedJob, plannedJob } from "./planned-job";
import { type PrepareInput, type Wish, wishSchema } from "./prepared-change.schema";
import { takeBackOf } from "./take-back";

type PlanUndoParts = Pick<PlanParts, "machine" | "by" | "originals">;

/**
 * Plans to take a change of the host's boot back: files byte for byte, and what is made of them made again.
 * @param changes All that was changed on the host, the latest first.
 */
export async function planUndo(
  parts: PlanUndoParts,
  changes: readonly BootChange[],
  changeId: string,
): Promise<PlannedJob> {
  const change = changes.find(({ id }) => id === changeId);
  if (change === undefined)
    throw new AppError("not-found", { userMessage: "This change is not on record any more." });
  const title = `Take back: ${change.title}`;
  return plannedJob({
    title,
    originals: parts.originals,
    warnings: () => [isAtOnce(change) ? "It counts at once." : fromNextStart],
    input: () => {
      const why = whyNotUndoable(change, changes);
      if (why !== null) throw new AppError("conflict", { userMessage: why });
      return inputOf(parts, change, title);
    },
  });
}

/** An entry of the firmware's is made of the one before, whose words it has. */
function makesEntry({ commands }: Pick<BootChange, "commands">): boolean {
  return commands.some(([program, act]) => program === "efibootmgr" && act === "--create-only");
}

function isAtOnce({ wish }: BootChange): boolean {
  const { asked } = wishSchema.parse(wish);
  return asked !== null && countsAtOnce(asked);
}

/** Why a change can't be taken back as such; null where its files decide. */
export function whyNotUndoable(change: BootChange, changes: readonly BootChange[]): string | null {
  if (change.undoneBy !== null) return "It was taken back already.";
  if (change.state === "applying") return "It is not carried out whole: finish or undo its job.";
  const paths = change.files.map(({ path }) => path);
  const after = changes.slice(
    0,
    changes.findIndex(({ id }) => id === change.id),
  );
  const later = after.findLast(
    ({ undoneBy, wish, files, commands }) =>
      undoneBy === null &&
      wishSchema.parse(wish).asked !== null &&
      (files.some(({ path }) => paths.includes(path)) || (makesEntry(change) && makesEntry({ commands }))),
  );
  return later === undefined
    ? null
    : `“${later.title}” came after it and changed the same ${makesEntry(change) ? "boot entry" : "files"}: take that back first.`;
}

async function inputOf(
  { machine, by }: PlanUndoParts,
  change: BootChange,
  title: string,
): Promise<PrepareInput> {
  const tree = need(machine.files);
  const { trial, seen } = wishSchema.parse(change.wish);
  const back = await filesBack(need(machine.configuration), change.files);
  const wish: Wish = {
    asked: null,
    seen: {
      commandLine: (await tree.readText("proc/cmdline"))?.trim() ?? "",
      drivers: await driversOf(tree, Object.keys(seen.drivers)),
      target: await targetOf(tree),
    },
    trial: null,
  };
  return {
    id: randomUUID(),
    at: Date.now(),
    by,
    title,
    bootId: await bootIdOf(tree),
    ends: trial === null ? { files: [], commands: [] } : { files: back, commands: trial.cleanUp },
    files: trial === null ? back : [],
    commands: commandsBack(change),
    wish,
    undoes: change.id,
  };
}

/** What is made of the files is made again; what another command takes back is. */
function commandsBack(change: BootChange): string[][] {
  const wish = wishSchema.parse(change.wish);
  return change.commands.flatMap((words) => {
    const back = takeBackOf(words, wish);
    if (back.kind === "again") return [words];
    return back.kind === "command" && back.words !== null ? [[...back.words]] : [];
  });
}
