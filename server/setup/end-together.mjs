import { constants } from "node:os";

/** @type {NodeJS.Signals[]} */
const endings = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Whoever ends this process ends `child` with it: an orphan would go on changing the files that the next start sees
 * to.
 * @param {import("node:child_process").ChildProcess} child
 */
export function endTogether(child) {
  /** @param {NodeJS.Signals} signal */
  const end = (signal) => {
    child.kill(signal);
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of endings) process.on(signal, end);
  child.once("close", () => {
    for (const signal of endings) process.off(signal, end);
  });
}
