import { spawn } from "node:child_process";
import { endTogether } from "./end-together.mjs";
import { SetupError } from "./project.mjs";

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(line: string) => void} [onLine] told of each line that the command prints, on either stream
 * @property {AbortSignal} [signal] ends the command
 *
 * @typedef {object} CommandResult
 * @property {number | null} status exit status; null where a signal ended it
 * @property {string} output all that it printed, both streams in the order of their coming
 */

/**
 * Runs a command to its end without a shell. Fails only where it could not be started.
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {CommandOptions} [options]
 * @returns {Promise<CommandResult>}
 */
export function tryCommand(command, commandArguments, { onLine, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArguments, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    endTogether(child);
    let output = "";
    let unfinishedLine = "";
    /** @param {string} text */
    const take = (text) => {
      output += text;
      const lines = (unfinishedLine + text).split(/[\r\n]+/);
      unfinishedLine = lines.pop() ?? "";
      for (const line of lines) if (line.trim() !== "") onLine?.(line);
    };
    child.stdout.setEncoding("utf8").on("data", take);
    child.stderr.setEncoding("utf8").on("data", take);
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, output }));
  });
}

/**
 * As tryCommand, and fails with everything that the command printed where its exit status is not 0.
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {CommandOptions} [options]
 */
export async function runCommand(command, commandArguments, options) {
  const { status, output } = await tryCommand(command, commandArguments, options);
  if (status === 0) return output;
  const what = [command, ...commandArguments].join(" ");
  throw new SetupError(
    `${output.trimEnd()}\n\n"${what}" failed (${status === null ? "ended by a signal" : `exit status ${status}`}).`,
  );
}
