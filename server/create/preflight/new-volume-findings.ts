import type { PreflightFinding, PreflightHost } from "./preflight.schema";

type Path = (string | number)[];

/** What stands against a volume that is to be made: its pool, or its name. */
export function newVolumeFinding(
  { pool: poolName, volume }: { pool: string; volume: string },
  path: Path,
  host: PreflightHost,
): PreflightFinding | null {
  const finding = poolFinding(poolName, path, host);
  if (finding !== null) return finding;
  const pool = host.pools.find(({ name }) => name === poolName);
  if (!pool?.volumes.includes(volume)) return null;
  const message = `The pool ${poolName} already has a volume ${volume}.`;
  return { code: "volume-taken", weight: "fail", path, message, fix: "Choose another name." };
}

/** A pool that is not there, or stopped. */
export function poolFinding(poolName: string, path: Path, host: PreflightHost): PreflightFinding | null {
  const pool = host.pools.find(({ name }) => name === poolName);
  if (pool?.active) return null;
  const message = pool ? `The pool ${poolName} is stopped.` : `The host has no pool ${poolName}.`;
  const fix = pool ? "Start it." : "Choose another pool, or create it.";
  return { code: "pool", weight: "fail", path, message, fix };
}
