import { execFile } from "node:child_process";

/** Loading a driver may take some seconds; the server's own stop must not be kept up for longer. */
const defaultTimeLimitMs = 20_000;

/** How a program ended. */
export interface ToolResult {
  /** Its exit status; null where it could not be started, was killed, or has not ended in time. */
  status: number | null;
  output: string;
  /** What it wrote to standard error, else what kept it from running. */
  errors: string;
}

/** Runs programs on a host. */
export interface HostTools {
  /** @param words The arguments; no shell sees them. */
  run(program: string, words: readonly string[]): Promise<ToolResult>;
}

/** Those of the machine that Passdeck runs on. One that hangs in the kernel is not waited for. */
export function localTools(timeLimitMs = defaultTimeLimitMs): HostTools {
  return {
    run: (program, words) =>
      new Promise((resolve) => {
        const late = `${program} did not end within ${timeLimitMs / 1000} s`;
        const limit = setTimeout(() => resolve({ status: null, output: "", errors: late }), timeLimitMs);
        execFile(program, words, (error, output, errors) => {
          clearTimeout(limit);
          const status = error === null ? 0 : typeof error.code === "number" ? error.code : null;
          resolve({ status, output, errors: errors.trim() || (error?.message ?? "") });
        });
      }),
  };
}
