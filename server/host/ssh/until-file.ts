import { existsSync, watch } from "node:fs";
import { basename, dirname } from "node:path";
import type { SshEnd } from "./ssh-run";

/**
 * Waits until a program has made its socket.
 * @param ended The program's end; what comes first counts.
 * @returns null once the socket is there, else how the program ended, which had `limitMs` at most.
 */
export async function until(path: string, ended: Promise<SshEnd>, limitMs: number): Promise<SshEnd | null> {
  const giveUp = new AbortController();
  const appeared = new Promise<null>((resolve) => {
    const look = () => existsSync(path) && resolve(null);
    const watcher = watch(dirname(path), (_event, name) => name === basename(path) && look());
    giveUp.signal.addEventListener("abort", () => watcher.close());
    look();
  });
  const late = new Promise<SshEnd>((resolve) => {
    const timer = setTimeout(
      () => resolve({ status: null, output: "", errors: lateWords(limitMs) }),
      limitMs,
    );
    giveUp.signal.addEventListener("abort", () => clearTimeout(timer));
  });
  try {
    return await Promise.race([appeared, ended, late]);
  } finally {
    giveUp.abort();
  }
}

function lateWords(limitMs: number): string {
  return `timed out: nothing came of it within ${limitMs / 1000} s`;
}
