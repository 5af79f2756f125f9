import type { CpuSpecification } from "@/server/create/specification/cpu.schema";
import { vcpusOf } from "@/server/create/specification/vcpus.schema";
import type { CpuCore, HostCpus } from "@/server/host/cpu-topology.schema";
import { cpuSetOf } from "./cpu-set";

export type Pinning = Pick<CpuSpecification, "pins" | "emulatorCpus">;

/**
 * Each vCPU on a CPU of its own: on isolated CPUs where there are enough, else on any but the host's first core; on one
 * NUMA node where they fit, that of `node` before others, the fastest cores first. Threads of a guest's core share a core of the host; without guest
 * threads each vCPU has a whole core as long as there are enough. null where the host has too few CPUs.
 */
export function suggestPins(
  cpu: Pick<CpuSpecification, "sockets" | "cores" | "threads">,
  { nodes, ...others }: HostCpus,
  node: number | null = null,
): Pinning | null {
  const wantedFirst = nodes.toSorted((one, other) => Number(other.id === node) - Number(one.id === node));
  const host = { ...others, nodes: wantedFirst };
  const count = vcpusOf(cpu);
  const isolated = places(host, cpu.threads, (thread) => host.isolated.includes(thread), count);
  const chosen = isolated ?? places(host, cpu.threads, (thread) => !firstCore(host).includes(thread), count);
  if (chosen === null) return null;
  const rest = host.online.filter((thread) => !chosen.includes(thread) && !host.isolated.includes(thread));
  return {
    pins: chosen.map((thread, vcpu) => ({ vcpu, cpus: String(thread) })),
    emulatorCpus: rest.length === 0 ? null : cpuSetOf(rest),
  };
}

/** As many threads as are wanted, of one node where it has enough; null where there are too few. */
function places(
  host: HostCpus,
  guestThreads: number,
  allowed: (thread: number) => boolean,
  count: number,
): number[] | null {
  const nodes = host.nodes.map(({ cores }) => freeCores(cores, allowed));
  // A whole core each, then whatever threads there are; threads of a guest's core are never torn apart.
  const ways = guestThreads === 1 ? [1, Number.POSITIVE_INFINITY] : [guestThreads];
  const within = ways.flatMap((perCore) => nodes.map((cores) => threadsOf(cores, guestThreads, perCore)));
  const across = ways.map((perCore) => threadsOf(nodes.flat(), guestThreads, perCore));
  return [...within, ...across].find((threads) => threads.length >= count)?.slice(0, count) ?? null;
}

/** The threads that may be had, core by core, the fastest cores first. */
function freeCores(cores: readonly CpuCore[], allowed: (thread: number) => boolean): number[][] {
  return cores
    .toSorted((one, other) => (other.maximumHertz ?? 0) - (one.maximumHertz ?? 0))
    .map(({ threads }) => threads.filter(allowed))
    .filter((threads) => threads.length > 0);
}

function threadsOf(cores: readonly number[][], atLeast: number, perCore: number): number[] {
  return cores.filter((threads) => threads.length >= atLeast).flatMap((threads) => threads.slice(0, perCore));
}

function firstCore({ nodes, online }: HostCpus): readonly number[] {
  const first = online[0] ?? 0;
  return nodes.flatMap(({ cores }) => cores).find(({ threads }) => threads.includes(first))?.threads ?? [];
}
