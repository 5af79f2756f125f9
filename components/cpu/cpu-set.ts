import { cpuSetText, readCpuSet } from "@/server/units/cpu-set.schema";

/** The CPUs in a set that somebody may still be writing, in order; none where it is not one yet. */
export function cpusIn(text: string): number[] {
  return readCpuSet(text) ?? [];
}

/** Numbers in any order, and twice, as a CPU set: "0-3,8". */
export function cpuSetOf(cpus: Iterable<number>): string {
  return cpuSetText([...new Set(cpus)].sort((one, other) => one - other));
}
