import type { StepWork } from "../../job/job-kind";
import type { PrepareWorld } from "./prepare-world";
import { runAll, runDue } from "./run-program";

/** Stands before the commands that choose a trial: when it is taken back they are, and the files are still there. */
export function trialStep(world: PrepareWorld, cleanUp: readonly (readonly string[])[]): StepWork {
  return {
    run: async ({ remember }) => remember("began"),
    verify: () => Promise.resolve(),
    async undo({ note }) {
      if (note !== null) await runAll(world, cleanUp);
    },
  };
}

/** One command of those that end a trial. There is no way back to a trial: it is begun anew. */
export function endingStep(world: PrepareWorld, words: readonly string[]): StepWork {
  return {
    run: async () => void (await runDue(world, words)),
    verify: () => Promise.resolve(),
    undo: () => Promise.resolve(),
  };
}
