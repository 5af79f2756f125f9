import { execFile } from "node:child_process";

/** Loading a driver may take some seconds; the server's own stop must not be kept up for longer. */
const defaultTimeLimitMs = 20_000;
/** What builds initial RAM disks of several kernels takes minutes. */
const longTimeLimitMs = 30 * 60_000;
/** Such programs tell much. */
const mostOutput = 16 * 2 ** 20;

/** How a program ended. */
export interface ToolResult {
  /** Its exit status; null where it could not be started, was killed, or has not ended in time. */
  status: number | null;
  /** The signal that ended it; left out where none did. */
  signal?: string;
  output: string;
  /** What it wrote to standard error, else what kept it from running. */
  errors: string;
}

/** Runs programs on a host. */
export interface HostTools {
  /** @param words The arguments; no shell sees them. */
  run(program: string, words: readonly string[]): Promise<ToolResult>;
}

/** What root's programs are started with, whoever started Passdeck. */
const systemEnvironment: Readonly<Record<string, string>> = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  HOME: "/root",
  LC_ALL: "C.UTF-8",
};

interface LocalToolsOptions {
  timeLimitMs?: number;
  /** The programs' whole environment. Default: this process's. */
  environment?: Readonly<Record<string, string>>;
}

/** Those of the machine that Passdeck runs on. One that hangs in the kernel is not waited for. */
export function localTools({
  timeLimitMs = defaultTimeLimitMs,
  environment,
}: LocalToolsOptions = {}): HostTools {
  const env = environment && { NODE_ENV: "production" as const, ...environment };
  const options = { maxBuffer: mostOutput, ...(env && { env }) };
  return {
    run: (program, words) =>
      new Promise((resolve) => {
        const late = `${program} did not end within ${timeLimitMs / 1000} s`;
        const limit = setTimeout(() => resolve({ status: null, output: "", errors: late }), timeLimitMs);
        execFile(program, words, options, (error, output, errors) => {
          clearTimeout(limit);
          const status = error === null ? 0 : typeof error.code === "number" ? error.code : null;
          const said = { output, errors: errors.trim() || (error?.message ?? "") };
          resolve({ status, ...(error?.signal && { signal: error.signal }), ...said });
        });
      }),
  };
}

/** Those that change how the machine starts: found where the system keeps its programs, whoever started Passdeck. */
export function systemTools(): HostTools {
  return localTools({ timeLimitMs: longTimeLimitMs, environment: systemEnvironment });
}
