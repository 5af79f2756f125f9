import { randomUUID } from "node:crypto";
import type { BootChange, ChangedFile } from "../../database/boot-change.schema";
import { AppError } from "../../errors";
import { need } from "../../host/ability";
import type { HostConfiguration } from "../../host/configuration/host-configuration";
import type { Host } from "../../host/host";
import type { Plan } from "../../plan.schema";
import { withFingerprint } from "../../plan-fingerprint";
import { bootIdOf, driversOf } from "./host-now";
import { prepareKindName } from "./prepare-kind";
import { type PrepareInput, type Wish, wishSchema } from "./prepared-change.schema";
import { stepWords } from "./step-words";
import { takeBackOf } from "./take-back";

interface PlanUndoParts {
  machine: Pick<Host, "files" | "configuration">;
  by: string;
  originals: string;
  /** All that was changed on the host, the latest first. */
  changes: readonly BootChange[];
}

interface PlannedUndo {
  plan: Plan;
  jobInput: PrepareInput | null;
}

/** Plans to take a change of the host's boot back: files byte for byte, and what is made of them made again. */
export async function planUndo(parts: PlanUndoParts, changeId: string): Promise<PlannedUndo> {
  const change = parts.changes.find(({ id }) => id === changeId);
  if (change === undefined)
    throw new AppError("not-found", { userMessage: "This change is not on record any more." });
  const title = `Take back: ${change.title}`;
  try {
    refuseNotUndoable(change, parts.changes);
    const input = await inputOf(parts, change, title);
    const { files, commands, wish } = input;
    const steps = stepWords({
      files,
      commands,
      commandLine: wish.seen.commandLine,
      originals: parts.originals,
    });
    const { id: _id, at: _at, ...facts } = input;
    const shown = { title, kind: prepareKindName, steps, warnings: [fromNextStart], refusal: null };
    return { plan: withFingerprint(shown, facts), jobInput: input };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const refused = { title, kind: prepareKindName, steps: [], warnings: [], refusal: error.userMessage };
    return { plan: withFingerprint(refused, changeId), jobInput: null };
  }
}

const fromNextStart = "It counts from the next start on.";

/** Why a change can't be taken back as such; null where its files decide. */
export function whyNotUndoable(change: BootChange, changes: readonly BootChange[]): string | null {
  if (change.undoneBy !== null) return "It was taken back already.";
  if (change.state === "applying") return "It is not carried out whole: finish or undo its job.";
  const paths = change.files.map(({ path }) => path);
  const later = changes
    .slice(
      0,
      changes.findIndex(({ id }) => id === change.id),
    )
    .findLast(
      ({ undoneBy, undoes, files }) =>
        undoneBy === null && undoes === null && files.some(({ path }) => paths.includes(path)),
    );
  return later === undefined
    ? null
    : `“${later.title}” came after it and changed the same files: take that back first.`;
}

function refuseNotUndoable(change: BootChange, changes: readonly BootChange[]): void {
  const why = whyNotUndoable(change, changes);
  if (why !== null) throw new AppError("conflict", { userMessage: why });
}

async function inputOf(
  { machine, by }: PlanUndoParts,
  change: BootChange,
  title: string,
): Promise<PrepareInput> {
  const tree = need(machine.files);
  const wish = wishSchema.parse(change.wish);
  return {
    id: randomUUID(),
    at: Date.now(),
    by,
    title,
    bootId: await bootIdOf(tree),
    files: await filesBack(need(machine.configuration), change.files),
    commands: commandsBack(change.commands, wish.seen.commandLine),
    wish: {
      asked: null,
      seen: {
        commandLine: (await tree.readText("proc/cmdline"))?.trim() ?? "",
        drivers: await driversOf(tree, Object.keys(wish.seen.drivers)),
      },
      trial: false,
    } satisfies Wish,
    undoes: change.id,
  };
}

/**
 * The way back of each file that is as it was written; what is as before already needs none.
 * @throws AppError "conflict" that names a file which somebody else has changed since.
 */
async function filesBack(
  configuration: HostConfiguration,
  files: readonly ChangedFile[],
): Promise<ChangedFile[]> {
  const back: ChangedFile[] = [];
  for (const { path, from, to, executable, folders } of [...files].reverse()) {
    const kept = await configuration.read(path);
    const now = kept === null ? null : Buffer.from(kept.bytes).toString();
    if (now === from) continue;
    if (now !== to) throw changedSince(path);
    back.push({ path, from: to, to: from, executable, folders });
  }
  return back;
}

/** What is made of the files is made again; what another command takes back is. */
function commandsBack(commands: readonly string[][], commandLine: string): string[][] {
  return commands.flatMap((words) => {
    const back = takeBackOf(words, commandLine);
    if (back.kind === "again") return [words];
    return back.kind === "command" && back.words !== null ? [[...back.words]] : [];
  });
}

function changedSince(path: string): AppError {
  return new AppError("conflict", {
    userMessage: `/${path} was changed by somebody else since: putting it back would lose that. Take the change out of it by hand.`,
  });
}
