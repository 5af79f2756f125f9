import { constants } from "node:os";

/** @type {NodeJS.Signals[]} */
const endings = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Whoever ends this process ends `child` with it: an orphan would go on changing the files that the next start sees
 * to.
 * @param {import("node:child_process").ChildProcess} child
 * @param {(signal: NodeJS.Signals) => void} [end] hands the signal on; to the child alone where left out
 */
export function endTogether(child, end = (signal) => child.kill(signal)) {
  /** @param {NodeJS.Signals} signal */
  const endBoth = (signal) => {
    end(signal);
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of endings) process.on(signal, endBoth);
  child.once("close", () => {
    for (const signal of endings) process.off(signal, endBoth);
  });
}
