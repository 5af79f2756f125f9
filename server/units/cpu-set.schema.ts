import * as z from "zod";

/** More than any host has; it keeps a slip of the finger from becoming a list of a billion numbers. */
export const highestCpu = 16_383;
const form = /^\^?\d{1,5}(-\d{1,5})?(,\^?\d{1,5}(-\d{1,5})?)*$/;

/** A set of CPUs as libvirt writes it, "0-3,8,^2": the numbers in it, ascending. null where it is none. */
export function readCpuSet(text: string): number[] | null {
  const trimmed = text.replace(/\s+/g, "");
  if (!form.test(trimmed)) return null;
  const cpus = new Set<number>();
  for (const range of trimmed.split(",")) {
    const [first = "", last = first] = range.replace("^", "").split("-");
    const [from, to] = [Number(first), Number(last)];
    if (from > to || to > highestCpu) return null;
    for (let cpu = from; cpu <= to; cpu += 1) {
      if (range.startsWith("^")) cpus.delete(cpu);
      else cpus.add(cpu);
    }
  }
  return [...cpus].sort((left, right) => left - right);
}

/** The numbers as libvirt writes them: "0-3,8". */
export function cpuSetText(cpus: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const cpu of cpus) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === cpu - 1) last[1] = cpu;
    else ranges.push([cpu, cpu]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(",");
}

/** CPUs of the host as libvirt writes them: "0-3,8,^2". */
export const cpuSetSchema = z.string().max(4096).regex(form, "CPUs are written as in 0-3,8.");
