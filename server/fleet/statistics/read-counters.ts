import type { Connection } from "../../libvirt/connection";
import { LibvirtError } from "../../libvirt/errors";
import { domainStats, nodeCpuStats, nodeMemoryStats } from "../../libvirt/protocol/constants.gen";
import type { DomainHandle } from "../read-vm";
import { type DomainStats, readDomainStats } from "./domain-stats";
import type { HostCounters, VmCounters } from "./rates";

const wanted =
  domainStats.CPU_TOTAL | domainStats.BALLOON | domainStats.VCPU | domainStats.INTERFACE | domainStats.BLOCK;

/** The counters of the given running VMs, with the handle they belong to. */
export async function readVmCounters(
  connection: Connection,
  handles: readonly DomainHandle[],
): Promise<{ handle: DomainHandle; counters: VmCounters }[]> {
  const found: { handle: DomainHandle; counters: VmCounters }[] = [];
  for await (const { handle, at, values } of readDomainStats(connection, handles, wanted))
    found.push({ handle, counters: countersOf(values, at) });
  return found;
}

function countersOf(parameters: DomainStats["values"], at: number): VmCounters {
  const number = (name: string) => Number(parameters.get(name) ?? 0);
  const sum = (group: string, field: string) => {
    let total = 0;
    for (let index = 0; index < number(`${group}.count`); index += 1)
      total += number(`${group}.${index}.${field}`);
    return total;
  };
  return {
    at,
    cpuNanoseconds: number("cpu.time"),
    vcpus: number("vcpu.current") || 1,
    memoryBytes: memoryInUse(number) * 1024,
    diskReadBytes: sum("block", "rd.bytes"),
    diskWrittenBytes: sum("block", "wr.bytes"),
    networkReceivedBytes: sum("net", "rx.bytes"),
    networkSentBytes: sum("net", "tx.bytes"),
  };
}

/** KiB that the guest uses where its balloon driver tells, else what its process holds, else what it was given. */
function memoryInUse(number: (name: string) => number): number {
  const available = number("balloon.available");
  if (available > 0) return available - (number("balloon.usable") || number("balloon.unused"));
  return number("balloon.rss") || number("balloon.current");
}

/** The host's own counters; null where its driver has none (the test driver). */
export async function readHostCounters(connection: Connection): Promise<HostCounters | null> {
  try {
    const [cpu, memory] = await Promise.all([readCpuTimes(connection), readMemory(connection)]);
    return { ...cpu, ...memory };
  } catch (error) {
    if (error instanceof LibvirtError) return null;
    throw error;
  }
}

async function readCpuTimes(connection: Connection): Promise<Omit<HostCounters, "memoryUsedBytes">> {
  const { nparams } = await connection.call("node_get_cpu_stats", {
    cpuNum: nodeCpuStats.ALL_CPUS,
    nparams: 0,
    flags: 0,
  });
  const { params } = await connection.call("node_get_cpu_stats", {
    cpuNum: nodeCpuStats.ALL_CPUS,
    nparams,
    flags: 0,
  });
  const times = new Map(params.map(({ field, value }) => [field, Number(value)]));
  const of = (...fields: string[]) => fields.reduce((total, field) => total + (times.get(field) ?? 0), 0);
  return { idleNanoseconds: of("idle", "iowait"), busyNanoseconds: of("user", "kernel", "intr") };
}

async function readMemory(connection: Connection): Promise<Pick<HostCounters, "memoryUsedBytes">> {
  const { nparams } = await connection.call("node_get_memory_stats", {
    cellNum: nodeMemoryStats.ALL_CELLS,
    nparams: 0,
    flags: 0,
  });
  const { params } = await connection.call("node_get_memory_stats", {
    cellNum: nodeMemoryStats.ALL_CELLS,
    nparams,
    flags: 0,
  });
  const kibibytes = new Map(params.map(({ field, value }) => [field, Number(value)]));
  const of = (field: string) => kibibytes.get(field) ?? 0;
  return { memoryUsedBytes: Math.max(0, of("total") - of("free") - of("buffers") - of("cached")) * 1024 };
}
