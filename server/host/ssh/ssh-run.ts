import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** How one run of ssh ended. */
export interface SshEnd {
  /** Its exit status; null where a signal ended it. */
  status: number | null;
  output: string;
  /** All that it wrote to standard error, else what kept it from starting. */
  errors: string;
}

/** Variables that would have ssh ask somebody who sits at this machine, or take other messages than English ones. */
export function sshEnvironment(further: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { DISPLAY: _display, SSH_ASKPASS: _askpass, LC_ALL: _messages, ...rest } = process.env;
  return { ...rest, LC_ALL: "C", ...further };
}

/** Starts the system's ssh, or another of OpenSSH's programs. */
export function startSsh(
  words: readonly string[],
  environment: NodeJS.ProcessEnv = sshEnvironment(),
  program = "ssh",
): ChildProcessWithoutNullStreams {
  // A process group of its own: what stops Passdeck by a terminal's Ctrl+C lets it close its connections itself.
  return spawn(program, words, { env: environment, stdio: "pipe", detached: true });
}

/** Waits for the end of one that was started. What it wrote may come after its exit. */
export async function endOfSsh(child: ChildProcessWithoutNullStreams): Promise<SshEnd> {
  // Who ends before it has read all tells why by its end.
  child.stdin.on("error", () => undefined);
  const ended = new Promise<{ status: number | null; failure: string }>((resolve) => {
    child.once("error", (error) => resolve({ status: null, failure: error.message }));
    child.once("close", (status) => resolve({ status, failure: "" }));
  });
  const [{ status, failure }, output, errors] = await Promise.all([
    ended,
    text(child.stdout).catch(() => ""),
    text(child.stderr).catch(() => ""),
  ]);
  return { status, output, errors: errors || failure };
}

/** Runs one to its end, and kills it after `limitMs`. @param input What it reads. */
export async function runSsh(
  words: readonly string[],
  { limitMs, input = "", environment, program }: RunOptions,
): Promise<SshEnd> {
  const child = startSsh(words, environment, program);
  const limit = setTimeout(() => child.kill("SIGKILL"), limitMs);
  try {
    const end = endOfSsh(child);
    child.stdin.end(input);
    return await end;
  } finally {
    clearTimeout(limit);
  }
}

interface RunOptions {
  limitMs: number;
  input?: string;
  environment?: NodeJS.ProcessEnv;
  program?: string;
}
