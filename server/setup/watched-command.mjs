import { spawn } from "node:child_process";
import { endTogether } from "./end-together.mjs";

/**
 * @typedef {object} WatchOptions
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {number} silenceMilliseconds how long it may print nothing
 * @property {(text: string) => void} onOutput told of all that it prints, on either stream, and of its end by silence
 */

/** From the request to end until nobody is asked any more. */
const graceMilliseconds = 20_000;
/** From its end until its output counts as read. */
const lastWordsMilliseconds = 2_000;

/**
 * Runs a command without a shell for as long as it prints something now and then. However long it takes, it is not
 * ended by the clock: a slow machine is no error. What prints nothing for long hangs, and is ended with all that it
 * started.
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {WatchOptions} options
 * @returns {Promise<number | null>} its exit status; null where it could not be started, or a signal ended it
 */
export function runWatched(command, commandArguments, { silenceMilliseconds, onOutput, ...options }) {
  return new Promise((resolve) => {
    // Detached, it leads a process group, which can be ended as a whole.
    const child = spawn(command, commandArguments, {
      ...options,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    /** @param {NodeJS.Signals} signal */
    const endAll = (signal) => signalGroup(child.pid, signal);
    endTogether(child, endAll);
    const silence = setTimeout(() => {
      onOutput(`\n${command} printed nothing for ${silenceMilliseconds / 1000} s. It is ended.\n`);
      endAll("SIGTERM");
      setTimeout(() => endAll("SIGKILL"), graceMilliseconds).unref();
    }, silenceMilliseconds);
    const streams = [child.stdout, child.stderr];
    for (const stream of streams)
      stream.setEncoding("utf8").on("data", (text) => {
        silence.refresh();
        onOutput(text);
      });
    child.once("error", (error) => onOutput(`${error.message}\n`));
    // What it left running in the background may hold its output open, and is not waited for.
    child.once("exit", () => {
      clearTimeout(silence);
      const stopReading = () => {
        for (const stream of streams) stream.destroy();
      };
      setTimeout(stopReading, lastWordsMilliseconds).unref();
    });
    child.once("close", (status) => {
      clearTimeout(silence);
      resolve(status);
    });
  });
}

/**
 * @param {number | undefined} leader undefined where it was never started
 * @param {NodeJS.Signals} signal
 */
function signalGroup(leader, signal) {
  if (leader === undefined) return;
  try {
    process.kill(-leader, signal);
  } catch {
    // All of them have ended.
  }
}
