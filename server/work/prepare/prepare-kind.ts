import type { BootChanges } from "../../database/boot-changes";
import type { OriginalFiles } from "../../database/original-files";
import type { Host } from "../../host/host";
import { defineJobKind, type JobKind, type StepWork } from "../../job/job-kind";
import { beginStep } from "./begin-step";
import { commandStep } from "./command-step";
import { fileStep } from "./file-step";
import { type PrepareWorld, worldOf } from "./prepare-world";
import { prepareInputSchema } from "./prepared-change.schema";
import { endingStep, trialStep } from "./trial-steps";

export const prepareKindName = "prepare";

export interface PrepareKindParts {
  machine(hostId: string): Pick<Host, "configuration" | "files">;
  changesOf(hostId: string): BootChanges;
  originals: OriginalFiles;
}

/** The job that changes how a host starts, or takes such a change back. */
export function prepareKind(parts: PrepareKindParts): JobKind<typeof prepareKindName> {
  return defineJobKind(prepareKindName, prepareInputSchema, (hostId, change) => {
    const world = worldOf(() => parts.machine(hostId), {
      change,
      hostId,
      changes: parts.changesOf(hostId),
      originals: parts.originals,
    });
    return [
      beginStep(world),
      ...change.ends.files.map((file) => fileStep(world, file)),
      ...change.files.map((file) => fileStep(world, file)),
      ...(change.wish.trial === null ? [] : [trialStep(world, change.wish.trial.cleanUp)]),
      ...change.commands.map((words) => commandStep(world, words)),
      ...change.ends.commands.map((words) => endingStep(world, words)),
      endStep(world),
    ];
  });
}

/** From here on the change waits for the restart. With the first step its record goes again. */
function endStep({ change, changes }: PrepareWorld): StepWork {
  return {
    run: async () => changes.applied(change),
    verify: () => Promise.resolve(),
    undo: () => Promise.resolve(),
  };
}
