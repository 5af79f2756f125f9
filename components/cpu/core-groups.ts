import type { CpuCache, CpuCore } from "@/server/host/cpu-topology.schema";

/** Cores, and the cache that they share; null where they share none. */
export interface CoreGroup {
  cache: CpuCache | null;
  cores: CpuCore[];
}

/** A node's cores by the last-level cache that they share, in the order of their CPUs. */
export function coreGroups(cores: readonly CpuCore[], caches: readonly CpuCache[]): CoreGroup[] {
  const groups = new Map<CpuCache | null, CpuCore[]>();
  for (const core of cores) {
    const cache = lastLevel(core, caches);
    groups.set(cache, [...(groups.get(cache) ?? []), core]);
  }
  return [...groups].map(([cache, members]) => ({ cache, cores: members }));
}

/** The largest cache of a core that other cores have a part in; null where there is none. */
function lastLevel({ threads }: CpuCore, caches: readonly CpuCache[]): CpuCache | null {
  const shared = caches.filter(
    ({ kind, cpus }) =>
      kind !== "instruction" && cpus.some((cpu) => threads.includes(cpu)) && cpus.length > threads.length,
  );
  return shared.toSorted((one, other) => other.level - one.level)[0] ?? null;
}
