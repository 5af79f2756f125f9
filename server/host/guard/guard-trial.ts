import { setTimeout as pause } from "node:timers/promises";
import type { HostConfiguration } from "../configuration/host-configuration";
import { comeBack, goThere, wordsOf } from "./change-over";
import type { TrialFolder } from "./trial-folder";

/** How often it is looked whether somebody has decided; milliseconds. */
export const lookEveryMs = 100;

/**
 * What a guard does: changes the host's network over, and back again once its time is up, unless it was decided to keep it.
 * What fails on the way there, and a signal to it, have it go back at once.
 */
export async function guardTrial(
  folder: TrialFolder,
  configuration: HostConfiguration,
  signal: AbortSignal,
): Promise<void> {
  const trial = folder.trial();
  const end = performance.now() + trial.seconds * 1000;
  const state = { pid: process.pid, until: Date.now() + trial.seconds * 1000, live: false };
  // Before it is looked at: who decides to go back and finds no guard then knows that none will begin.
  folder.setState(state);
  // Where the folder is gone, who had it begun has gone back without it.
  const isOver = () => signal.aborted || !folder.exists || folder.decision() === "back";
  if (isOver()) {
    folder.decide("back");
    return folder.setEnd({ cause: null, problem: null });
  }
  const cause = await goThere(configuration, trial, isOver).then(() => null, wordsOf);
  // Where the folder is gone or its disk is full, nobody can have kept the network.
  const isKept = async () => {
    if (cause === null) {
      folder.setState({ ...state, live: true });
      await decided(folder, end, signal);
    }
    return folder.decide("back") === "keep";
  };
  if (await isKept().catch(() => false)) return;
  const problem = await comeBack(configuration, trial).then(() => null, wordsOf);
  folder.setEnd({ cause, problem });
}

/** Resolves once somebody has decided, or at that time of `performance.now`. */
async function decided(folder: TrialFolder, end: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && folder.decision() === null && performance.now() < end)
    await pause(Math.min(lookEveryMs, Math.max(end - performance.now(), 0)), undefined, { signal }).catch(
      () => undefined,
    );
}
