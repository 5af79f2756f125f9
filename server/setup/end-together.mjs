import { constants } from "node:os";

/** @type {NodeJS.Signals[]} */
const endings = ["SIGINT", "SIGTERM", "SIGHUP"];

/** How to end each child that runs. @type {Set<(signal: NodeJS.Signals) => void>} */
const children = new Set();

/** @param {NodeJS.Signals} signal */
function endAll(signal) {
  for (const end of children) end(signal);
  process.exit(128 + constants.signals[signal]);
}

/**
 * Whoever ends this process ends `child` with it: an orphan would go on changing the files that the next start sees
 * to.
 * @param {import("node:child_process").ChildProcess} child
 * @param {(signal: NodeJS.Signals) => void} [end] hands the signal on; to the child alone where left out
 */
export function endTogether(child, end = (signal) => child.kill(signal)) {
  if (children.size === 0) for (const signal of endings) process.on(signal, endAll);
  children.add(end);
  child.once("close", () => {
    children.delete(end);
    if (children.size === 0) for (const signal of endings) process.off(signal, endAll);
  });
}
