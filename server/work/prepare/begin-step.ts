import { AppError } from "../../errors";
import type { StepWork } from "../../job/job-kind";
import type { PrepareWorld } from "./prepare-world";
import { runAll } from "./run-program";
import { takeBackOf } from "./take-back";

/**
 * The first step: keeps originals, and puts the change on record. It is the last one to be taken back, when the files are
 * as before: then it has what is made of them made again.
 */
export function beginStep(world: PrepareWorld): StepWork {
  const { change, hostId, changes, originals, configuration } = world;
  return {
    async run() {
      for (const { path } of [...change.ends.files, ...change.files]) {
        const kept = await configuration().read(path);
        if (kept !== null) originals.keep(hostId, path, kept);
      }
      const { ends: _ends, ...kept } = change;
      changes.begin(kept);
    },
    async verify() {
      if (changes.find(change.id) === null)
        throw new AppError("conflict", { userMessage: "Passdeck has no record of this change." });
    },
    async undo() {
      const again = change.commands.filter((words) => takeBackOf(words, change.wish).kind === "again");
      if (changes.find(change.id)?.generated === true) await runAll(world, again);
      changes.forget(change);
    },
  };
}
