import type { PreflightFinding, PreflightHost } from "./preflight.schema";

/** What stands against volumes that are made with a VM beside the disks of a specification: pool and name. */
export function newVolumeFinding(
  { pool: poolName, volume }: { pool: string; volume: string },
  path: (string | number)[],
  host: PreflightHost,
): PreflightFinding | null {
  const pool = host.pools.find(({ name }) => name === poolName);
  if (pool === undefined || !pool.active) {
    const message = pool ? `The pool ${poolName} is stopped.` : `The host has no pool ${poolName}.`;
    const fix = pool ? "Start it." : "Choose another pool, or create it.";
    return { code: "pool", weight: "fail", path, message, fix };
  }
  if (!pool.volumes.includes(volume)) return null;
  const message = `The pool ${poolName} has a volume ${volume} already.`;
  return { code: "volume-taken", weight: "fail", path, message, fix: "Delete it, or choose another name." };
}
