import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { productFile } from "../product-file";

/** A guard as long as the process lives that started it. */
export interface StartedGuard {
  /** Whether it could not be started, or has ended. */
  readonly ended: boolean;
}

/** Starts what takes a trial of the host's network back by itself. */
export interface HostGuard {
  /**
   * Starts a process that goes on by itself, whatever becomes of this one.
   * @param folder Of the trial.
   * @throws Error where its program is not there.
   */
  start(folder: string): StartedGuard;
  /** Whether that process is the guard of the trial in a folder, and lives. */
  lives(pid: number, folder: string): boolean;
  /** Has it go back at once. */
  hurry(pid: number, folder: string): void;
}

/** Where the build puts the guard's program. */
const built = "build/network-guard.mjs";

/**
 * That of this machine, a process of Passdeck's user.
 * @param words What its program is given behind the folder: the root helper, where it is not root's.
 */
export function localGuard(words: readonly string[], program = () => productFile(built)): HostGuard {
  const lives = (pid: number, folder: string) => commandLineOf(pid).includes(folder);
  return {
    start(folder) {
      // In a session of its own: what ends this one at a terminal does not end it.
      const options = { detached: true, stdio: "ignore", cwd: "/" } as const;
      const guard = spawn(process.execPath, [program(), folder, ...words], options);
      const started = { ended: false };
      for (const end of ["error", "exit"])
        guard.on(end, () => {
          started.ended = true;
        });
      guard.unref();
      return started;
    },
    lives,
    hurry(pid, folder) {
      if (lives(pid, folder)) process.kill(pid, "SIGTERM");
    },
  };
}

/** The words that a process was started by; none of one that is no more. */
function commandLineOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return [];
  }
}
