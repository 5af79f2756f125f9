import type { ChangedFile } from "../../database/boot-change.schema";
import { AppError } from "../../errors";
import { defineJobKind, type JobKind, type StepWork } from "../../job/job-kind";
import { fileStep } from "../prepare/file-step";
import { runProgram } from "../prepare/run-program";
import type { BridgeWorld } from "./bridge-world";
import { type BridgeInput, bridgeInputSchema } from "./made-bridge.schema";
import { trialStep } from "./trial-step";

export const bridgeKindName = "bridge";

/** The job that makes a bridge of a network card, or takes it away again. */
export function bridgeKind(
  worldOf: (hostId: string, change: BridgeInput) => BridgeWorld,
): JobKind<typeof bridgeKindName> {
  return defineJobKind(bridgeKindName, bridgeInputSchema, (hostId, change) => {
    const world = worldOf(hostId, change);
    return [
      beginStep(world),
      trialStep(world),
      ...change.files.map((file) => fileStep(world, file)),
      ...triedFiles(change).map((file) => fileStep(world, file)),
      ...change.commands.map((words) => commandStep(world, words)),
      endStep(world),
    ];
  });
}

/** What it was tried by goes once the host's own files are there. */
export function triedFiles({ trial }: Pick<BridgeInput, "trial">): ChangedFile[] {
  return trial.files
    .filter(({ path }) => path.startsWith("run/"))
    .map(({ path, from, to, ...rest }) => ({ path, from: to, to: from, ...rest }));
}

/** Keeps originals, and puts the change on record. */
function beginStep({ change, hostId, changes, originals, configuration }: BridgeWorld): StepWork {
  const { trial, ...onRecord } = change;
  return {
    async run() {
      const own = [...change.files, ...trial.files].filter(({ path }) => !path.startsWith("run/"));
      for (const { path } of own) {
        const kept = await configuration().read(path);
        if (kept !== null) originals.keep(hostId, path, kept);
      }
      changes.begin(onRecord);
    },
    async verify() {
      if (changes.find(change.id) === null)
        throw new AppError("conflict", { userMessage: "Passdeck has no record of this change." });
    },
    undo: async () => changes.forget(change),
  };
}

/** Has a manager take note of where its files are now; its connections stay. */
function commandStep({ configuration }: BridgeWorld, words: readonly string[]): StepWork {
  return {
    run: async () => void (await runProgram(configuration(), words)),
    verify: () => Promise.resolve(),
    undo: () => Promise.resolve(),
  };
}

function endStep({ change, changes, folder }: BridgeWorld): StepWork {
  return {
    run: async () => {
      changes.applied(change);
      folder.remove();
    },
    verify: () => Promise.resolve(),
    undo: () => Promise.resolve(),
  };
}
