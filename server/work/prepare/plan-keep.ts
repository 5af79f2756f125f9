import type { BootChange } from "../../database/boot-change.schema";
import { AppError } from "../../errors";
import { need } from "../../host/ability";
import { hostChangeOf } from "../../prepare/change.schema";
import { planPrepare } from "../../prepare/plan";
import { PrepareFiles } from "../../prepare/prepare-files";
import type { PrepareHost } from "../../prepare/prepare-host";
import { readPrepareHost } from "../../prepare/read-prepare-host";
import { changeTitle } from "./change-title";
import { filesBack } from "./files-back";
import { ownParameters } from "./next-start";
import { inputOf, type PlanParts } from "./plan-change";
import { fromNextStart, type PlannedJob, plannedJob } from "./planned-job";
import { type PrepareInput, wishSchema } from "./prepared-change.schema";

/** Plans to make for good what was tried: ends the trial, and changes what the host starts by. */
export function planKeep(parts: PlanParts, changeId: string): Promise<PlannedJob> {
  const trial = parts.made.find(({ id }) => id === changeId);
  return plannedJob({
    title: `Keep what was tried: ${trial?.title.replace(/^Try once: /, "") ?? ""}`,
    originals: parts.originals,
    warnings: () => [fromNextStart],
    input: () => keptInput(parts, trial),
  });
}

async function keptInput(parts: PlanParts, trial: BootChange | undefined): Promise<PrepareInput> {
  const wish = trial === undefined ? null : wishSchema.parse(trial.wish);
  if (trial === undefined || wish === null || wish.trial === null || wish.asked === null)
    throw new AppError("not-found", { userMessage: "No trial of that name is on record." });
  if (trial.undoneBy !== null) throw new AppError("conflict", { userMessage: "The trial is over already." });
  const host = withLine(
    await readPrepareHost(need(parts.machine.files), parts.needed, ownParameters(parts.made)),
    wish.seen.commandLine,
  );
  const written = { ...planPrepare(host, hostChangeOf(wish.asked)), trial: null };
  const input = await inputOf(parts, { host, written, asked: wish.asked, title: changeTitle(wish.asked) });
  const ends = {
    commands: wish.trial.cleanUp,
    files: await filesBack(need(parts.machine.configuration), trial.files),
  };
  return { ...input, ends, wish: { ...input.wish, seen: wish.seen }, undoes: trial.id };
}

/** The running kernel has the trial's line: what is edited is to hold the one of before. */
function withLine(host: PrepareHost, commandLine: string): PrepareHost {
  const texts = new Map([...host.files.texts, ["proc/cmdline", commandLine] as const]);
  return { ...host, files: new PrepareFiles(texts, host.files.links) };
}
