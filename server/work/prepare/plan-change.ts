import { randomUUID } from "node:crypto";
import { AppError } from "../../errors";
import { need } from "../../host/ability";
import type { Host } from "../../host/host";
import type { Plan } from "../../plan.schema";
import { withFingerprint } from "../../plan-fingerprint";
import { hostChangeOf, type WishedChange } from "../../prepare/change.schema";
import { type PreparePlan, planPrepare } from "../../prepare/plan";
import type { PrepareHost } from "../../prepare/prepare-host";
import { readPrepareHost } from "../../prepare/read-prepare-host";
import type { NeededDevice } from "../../prepare/refuse-needed";
import { changedFiles, refuseForeign } from "./change-files";
import { changeTitle } from "./change-title";
import { bootIdOf, seenOf } from "./host-now";
import { prepareKindName } from "./prepare-kind";
import type { PrepareInput } from "./prepared-change.schema";
import { stepWords } from "./step-words";

/** A change of the host's boot, planned: also where it can't be carried out here, as what to do by hand. */
export interface PlannedChange {
  plan: Plan;
  jobInput: PrepareInput | null;
  /** Of `server/prepare`, which only reads. */
  written: PreparePlan;
}

export interface PlanChangeParts {
  machine: Pick<Host, "files" | "configuration" | "unchangeable">;
  needed: readonly NeededDevice[];
  by: string;
  /** Where originals of the host's files are kept. */
  originals: string;
}

/** Plans what somebody wishes of how a host starts. Looks, and changes nothing. */
export async function planChange(parts: PlanChangeParts, asked: WishedChange): Promise<PlannedChange> {
  const host = await readPrepareHost(need(parts.machine.files), parts.needed);
  const written = planPrepare(host, hostChangeOf(asked));
  const title = changeTitle(asked);
  try {
    refuseUnplanned(written);
    const input = await inputOf(parts, { host, written, asked, title });
    const steps = stepWords({
      files: input.files,
      commands: input.commands,
      commandLine: input.wish.seen.commandLine,
      originals: parts.originals,
    });
    const warnings = warningsOf(input);
    const shown = { title, kind: prepareKindName, steps, warnings, refusal: null };
    const { id: _id, at: _at, ...facts } = input;
    return { plan: withFingerprint(shown, facts), jobInput: input, written };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const refused = { title, kind: prepareKindName, steps: [], warnings: [], refusal: error.userMessage };
    return { plan: withFingerprint(refused, written), jobInput: null, written };
  }
}

/** @throws AppError "conflict" */
function refuseUnplanned({ steps, commands, refused }: PreparePlan): void {
  if (refused !== null)
    throw new AppError("conflict", {
      userMessage: [refused.reason, refused.instead].filter((text) => text !== null).join(" "),
    });
  if (steps.length + commands.length === 0)
    throw new AppError("conflict", {
      userMessage: "The host starts this way already: nothing has to be changed.",
    });
}

interface Asked {
  host: PrepareHost;
  written: PreparePlan;
  asked: WishedChange;
  title: string;
}

async function inputOf(
  { machine, by }: PlanChangeParts,
  { host, written, asked, title }: Asked,
): Promise<PrepareInput> {
  if (machine.unchangeable !== null) throw new AppError("conflict", { userMessage: machine.unchangeable });
  const files = await changedFiles(need(machine.configuration), written);
  refuseForeign(written.commands);
  const tree = need(machine.files);
  return {
    id: randomUUID(),
    at: Date.now(),
    by,
    title,
    bootId: await bootIdOf(tree),
    files,
    commands: written.commands.map((words) => [...words]),
    wish: { asked, seen: await seenOf(tree, asked, host.devices), trial: false },
    undoes: null,
  };
}

function warningsOf({ files }: PrepareInput): string[] {
  const partitions = files.filter(({ path }) => /^(?:efi|boot\/efi|boot\/firmware)\//.test(path));
  const onFat = partitions.map(
    ({ path }) =>
      `/${path} is on an EFI partition, whose file system may lose a file if the power fails while it is written.`,
  );
  return [
    "It counts from the next start on. If the host does not come back, start it by the menu’s recovery entry, and put the originals back that the first step keeps.",
    ...onFat,
  ];
}
