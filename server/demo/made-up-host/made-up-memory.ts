import type { MadeUpFiles } from "./made-up-files";

/** What the made-up host itself, and what runs on it, take. */
const usedKibibytes = 3 * 2 ** 20;

/** How much memory the made-up host has, and how much of it is free beside the huge pages that are set aside. */
export function memoryOf(files: MadeUpFiles): { totalKibibytes: number; freeKibibytes: number } {
  const text = files.text("proc/meminfo") ?? "";
  const told = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(text)?.[1] ?? 0);
  return { totalKibibytes: told("MemTotal"), freeKibibytes: told("MemFree") };
}

/** Its /proc/meminfo. @param pages Huge pages that are set aside, by the size of one in bytes. */
export function memoryInfo(totalKibibytes: number, pages: ReadonlyMap<number, number>): string {
  const setAside = [...pages].reduce((sum, [bytes, count]) => sum + (bytes / 1024) * count, 0);
  const free = Math.max(0, totalKibibytes - usedKibibytes - setAside);
  const usual = pages.get(2 ** 21) ?? 0;
  return [
    ["MemTotal", `${totalKibibytes} kB`],
    ["MemFree", `${free} kB`],
    ["MemAvailable", `${free} kB`],
    ["HugePages_Total", usual],
    ["HugePages_Free", usual],
    ["Hugepagesize", "2048 kB"],
  ]
    .map(([name, value]) => `${`${name}:`.padEnd(16)} ${value}\n`)
    .join("");
}
