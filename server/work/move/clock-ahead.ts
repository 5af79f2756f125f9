import type { HostTree } from "../../host/host-tree";

/** By how many milliseconds the target's clock is ahead of the source's, to a second or so; null where either can't be read. */
export async function clockAhead(source: HostTree | null, target: HostTree | null): Promise<number | null> {
  if (source === null || target === null) return null;
  // One after the other: what a look takes counts for half at most.
  const before = await readClock(source);
  const there = await readClock(target);
  const after = await readClock(source);
  return before === null || there === null || after === null ? null : there - (before + after) / 2;
}

/** Its clock when it was started, as that goes now, and the time since (proc(5)). Unix milliseconds. */
async function readClock(tree: HostTree): Promise<number | null> {
  const files = await tree.readMany({ texts: ["proc/stat", "proc/uptime"], skipForbidden: true });
  const started = /^btime (\d+)$/m.exec(files.text("proc/stat") ?? "")?.[1];
  const since = Number.parseFloat(files.text("proc/uptime") ?? "");
  return started === undefined || Number.isNaN(since) ? null : (Number(started) + since) * 1000;
}
