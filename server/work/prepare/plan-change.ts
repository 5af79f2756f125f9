import { randomUUID } from "node:crypto";
import type { BootChange } from "../../database/boot-change.schema";
import { AppError } from "../../errors";
import { need } from "../../host/ability";
import { desktopWarnings, readDesktop } from "../../host/desktop";
import type { Host } from "../../host/host";
import { unseenRoom, whyNoRoom } from "../../prepare/boot-room";
import { countsAtOnce, hostChangeOf, type WishedChange } from "../../prepare/change.schema";
import { targetNow } from "../../prepare/default-target";
import { planPrepare } from "../../prepare/plan";
import type { PrepareHost } from "../../prepare/prepare-host";
import { readPrepareHost } from "../../prepare/read-prepare-host";
import type { NeededDevice } from "../../prepare/refuse-needed";
import { planTrial } from "../../prepare/trial/plan-trial";
import { readTrialHost } from "../../prepare/trial/read-trial-host";
import { changedFiles, refuseForeign } from "./change-files";
import { changeTitle } from "./change-title";
import { bootIdOf, seenOf } from "./host-now";
import { ownParameters } from "./next-start";
import { fromNextStart, type PlannedJob, plannedJob } from "./planned-job";
import type { PrepareInput } from "./prepared-change.schema";
import { scriptOf } from "./script-of";
import type { Written } from "./written";

/** A change of the host's boot, planned: also where it can't be carried out here, as what to do by hand. */
export interface PlannedChange extends PlannedJob {
  written: Written;
  /** The same as a script to be run by hand; null where there is nothing to do, or nothing that can be planned. */
  script: string | null;
}

export interface PlanParts {
  machine: Pick<Host, "files" | "configuration" | "unchangeable">;
  needed: readonly NeededDevice[];
  /** What Passdeck changed of how the host starts. */
  made: readonly BootChange[];
  by: string;
  /** Where originals of the host's files are kept. */
  originals: string;
}

/** For good, or tried once at the next start: the host's own way to start stays as it is then. */
export type Way = "at-once" | "trial";

/** Plans what somebody wishes of how a host starts. Looks, and changes nothing. */
export async function planChange(
  parts: PlanParts,
  asked: WishedChange,
  way: Way = "at-once",
): Promise<PlannedChange> {
  const host = await readPrepareHost(need(parts.machine.files), parts.needed, ownParameters(parts.made));
  const written = way === "trial" ? await trialOf(parts, host, asked) : plainly(host, asked);
  const desktop =
    asked.target === "multi-user" ? desktopWarnings(await readDesktop(need(parts.machine.files))) : [];
  const title = way === "trial" ? `Try once: ${changeTitle(asked)}` : changeTitle(asked);
  const planned = await plannedJob({
    title,
    originals: parts.originals,
    warnings: (input) => [...warningsOf(input), ...desktop],
    input: () => inputOf(parts, { host, written, asked, title }),
  });
  const commandLine = host.files.text("proc/cmdline") ?? "";
  const target = targetNow(host.files.links);
  return { ...planned, written, script: scriptOf(written, { title, commandLine, target }) };
}

function plainly(host: PrepareHost, asked: WishedChange): Written {
  return { ...planPrepare(host, hostChangeOf(asked)), trial: null };
}

async function trialOf({ machine }: PlanParts, host: PrepareHost, asked: WishedChange): Promise<Written> {
  const { value: configuration } = machine.configuration;
  const tools = configuration && {
    run: (program: string, words: readonly string[]) => configuration.run([program, ...words]),
  };
  const trialHost = await readTrialHost(host, need(machine.files), tools);
  const { cleanUp, reboot, ...trial } = planTrial(trialHost, hostChangeOf(asked));
  return { ...trial, trial: { cleanUp: listsOf(cleanUp), reboot: [...reboot] } };
}

interface Asked {
  host: PrepareHost;
  written: Written;
  asked: WishedChange;
  title: string;
}

/** @throws AppError that says why it can't be carried out. */
export async function inputOf(
  { machine, by }: PlanParts,
  { host, written, asked, title }: Asked,
): Promise<PrepareInput> {
  refuseUnplanned(written);
  if (machine.unchangeable !== null) throw new AppError("conflict", { userMessage: machine.unchangeable });
  const files = await changedFiles(need(machine.configuration), written);
  const { trial } = written;
  refuseForeign([...written.commands, ...(trial === null ? [] : [...trial.cleanUp, trial.reboot])]);
  const noRoom = whyNoRoom(written.commands, await need(machine.configuration).bootSpace());
  if (noRoom !== null) throw new AppError("conflict", { userMessage: noRoom });
  const tree = need(machine.files);
  return {
    id: randomUUID(),
    at: Date.now(),
    by,
    title,
    bootId: await bootIdOf(tree),
    ends: { files: [], commands: [] },
    files,
    commands: listsOf(written.commands),
    wish: { asked, seen: await seenOf(tree, asked, host.devices), trial },
    undoes: null,
  };
}

/** @throws AppError "conflict" */
function refuseUnplanned({ steps, commands, refused }: Written): void {
  if (refused !== null)
    throw new AppError("conflict", {
      userMessage: [refused.reason, refused.instead].filter((text) => text !== null).join(" "),
    });
  if (steps.length + commands.length === 0)
    throw new AppError("conflict", {
      userMessage: "The host starts this way already: nothing has to be changed.",
    });
}

function warningsOf({ files, wish, commands }: PrepareInput): string[] {
  const partitions = files.filter(({ path }) => /^(?:efi|boot\/efi|boot\/firmware)\//.test(path));
  const onFat = partitions.map(
    ({ path }) =>
      `/${path} is on an EFI partition, whose file system may lose a file if the power fails while it is written.`,
  );
  if (wish.asked !== null && countsAtOnce(wish.asked)) return atOnceWarnings(commands);
  const wayBack =
    wish.trial === null
      ? `${fromNextStart} If the host does not come back, start it by the menu’s recovery entry, and put the originals back that the first step keeps.`
      : "It is tried at the next start alone. If the host does not come back, a reset starts it the old way.";
  const unseen = unseenRoom(commands);
  return [wayBack, ...onFat, ...(unseen === null ? [] : [unseen])];
}

/** Of what needs no restart. */
function atOnceWarnings(commands: PrepareInput["commands"]): string[] {
  const restarts = commands.some(([program, act]) => program === "systemctl" && act === "try-restart");
  return [
    "It counts at once. VMs that run already are as before until they are started anew.",
    ...(restarts
      ? [
          "libvirt's daemon is restarted. VMs run on; for some seconds nothing can be done to them, and jobs on them may fail.",
        ]
      : []),
  ];
}

function listsOf(commands: readonly (readonly string[])[]): string[][] {
  return commands.map((words) => [...words]);
}
