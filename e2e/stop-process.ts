import { readdirSync, readFileSync } from "node:fs";

const lookMs = 1;

/**
 * Stops a process (SIGSTOP), to be continued by SIGCONT. The signal alone is only sent: until each of its threads has come by
 * it, the process goes on, and may well answer what comes meanwhile.
 */
export function stopProcess(pid: number): void {
  process.kill(pid, "SIGSTOP");
  while (!threadsOf(pid).every(isStopped))
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, lookMs);
}

function threadsOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}/stat`);
}

/** By the letter behind its name, which may have brackets of its own (proc_pid_stat(5)); one that has ended is not there. */
function isStopped(file: string): boolean {
  try {
    return /\) [TtXZ] [^)]*$/.test(readFileSync(file, "utf8"));
  } catch {
    return true;
  }
}
