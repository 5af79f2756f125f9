import { readdir, readFile } from "node:fs/promises";

/**
 * CPU seconds that a process's threads used so far. From the scheduler's own clock in nanoseconds: the ticks of
 * /proc/pid/stat are too coarse for what wakes up for a fraction of one
 * (https://docs.kernel.org/scheduler/sched-stats.html, /proc/<pid>/schedstat).
 */
export async function cpuSeconds(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`);
  const times = threads.map(async (thread) => {
    const text = await readFile(`/proc/${pid}/task/${thread}/schedstat`, "utf8").catch(() => "0");
    return Number(text.split(" ")[0]) / 1e9;
  });
  return (await Promise.all(times)).reduce((total, time) => total + time, 0);
}

/** Resident memory of a process, MiB. */
export async function residentMebibytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}
