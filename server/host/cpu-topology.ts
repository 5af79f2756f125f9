import { readCpuSet } from "../units/cpu-set.schema";
import type { CpuCache, CpuCore, HostCpus } from "./cpu-topology.schema";
import type { HostFiles } from "./host-files";
import type { HostTree } from "./host-tree";

const cpuFolder = "sys/devices/system/cpu";
const nodeFolder = "sys/devices/system/node";

const cpuPath = (cpu: number, file: string) => `${cpuFolder}/cpu${cpu}/${file}`;
const nodePath = (node: number, file: string) => `${nodeFolder}/node${node}/${file}`;

/**
 * A host's CPUs by the kernel's own lists (Documentation/admin-guide/cputopology.rst, Documentation/ABI/stable/
 * sysfs-devices-node); null where they can't be seen, as in a captured folder from before they were captured.
 */
export async function readHostCpus(tree: HostTree): Promise<HostCpus | null> {
  const first = await tree.readMany({
    texts: [`${cpuFolder}/online`, `${cpuFolder}/isolated`],
    folders: [nodeFolder],
  });
  const online = cpuList(first.text(`${cpuFolder}/online`));
  if (online.length === 0) return null;
  const nodes = numbered(first.names(nodeFolder), "node");
  const files = await tree.readMany(cpuBatch(online, nodes));
  const caches = await readCaches(tree, online, files);
  return {
    online,
    isolated: cpuList(first.text(`${cpuFolder}/isolated`)),
    nodes: nodesOf(online, nodes, files),
    caches,
  };
}

function cpuBatch(cpus: readonly number[], nodes: readonly number[]) {
  return {
    texts: [
      ...cpus.flatMap((cpu) => [
        cpuPath(cpu, "topology/core_id"),
        cpuPath(cpu, "topology/physical_package_id"),
        cpuPath(cpu, "cpufreq/cpuinfo_max_freq"),
      ]),
      ...nodes.flatMap((node) => [nodePath(node, "cpulist"), nodePath(node, "meminfo")]),
    ],
    folders: cpus.map((cpu) => cpuPath(cpu, "cache")),
    skipForbidden: true,
  };
}

/** A kernel without NUMA lists no nodes; all CPUs are in one then. */
function nodesOf(online: readonly number[], nodes: readonly number[], files: HostFiles): HostCpus["nodes"] {
  if (nodes.length === 0) return [{ id: 0, memoryBytes: null, cores: coresOf(online, files) }];
  return nodes.map((id) => {
    const cpus = cpuList(files.text(nodePath(id, "cpulist"))).filter((cpu) => online.includes(cpu));
    return { id, memoryBytes: nodeMemory(files.text(nodePath(id, "meminfo"))), cores: coresOf(cpus, files) };
  });
}

/** "Node 0 MemTotal:       16301964 kB" */
function nodeMemory(text: string | null): number | null {
  const kibibytes = /MemTotal:\s*(\d{1,12}) kB/.exec(text ?? "")?.[1];
  return kibibytes === undefined ? null : Number(kibibytes) * 1024;
}

/** In the order of their first threads. A virtual machine's CPUs may not tell of cores; each is one of its own then. */
function coresOf(cpus: readonly number[], files: HostFiles): CpuCore[] {
  const cores = new Map<string, CpuCore>();
  for (const cpu of cpus) {
    const id = numberIn(files.word(cpuPath(cpu, "topology/core_id")));
    const inPackage = numberIn(files.word(cpuPath(cpu, "topology/physical_package_id")));
    const key = id === null ? `cpu ${cpu}` : `${inPackage} ${id}`;
    const kilohertz = numberIn(files.word(cpuPath(cpu, "cpufreq/cpuinfo_max_freq")));
    const known = cores.get(key);
    if (known !== undefined) known.threads.push(cpu);
    else {
      cores.set(key, {
        id: id ?? cpu,
        package: inPackage ?? 0,
        threads: [cpu],
        maximumHertz: kilohertz === null ? null : kilohertz * 1000,
      });
    }
  }
  return [...cores.values()];
}

const cacheKinds: Readonly<Record<string, CpuCache["kind"]>> = {
  Data: "data",
  Instruction: "instruction",
  Unified: "unified",
};

async function readCaches(tree: HostTree, cpus: readonly number[], listed: HostFiles): Promise<CpuCache[]> {
  const folders = cpus.flatMap((cpu) =>
    numbered(listed.names(cpuPath(cpu, "cache")), "index").map((index) =>
      cpuPath(cpu, `cache/index${index}`),
    ),
  );
  const texts = folders.flatMap((folder) =>
    ["level", "type", "size", "shared_cpu_list"].map((name) => `${folder}/${name}`),
  );
  const files = await tree.readMany({ texts, skipForbidden: true });
  // Each of the CPUs that share a cache lists it.
  const caches = new Map<string, CpuCache>();
  for (const folder of folders) {
    const kind = cacheKinds[files.word(`${folder}/type`) ?? ""];
    const level = numberIn(files.word(`${folder}/level`));
    const shared = cpuList(files.text(`${folder}/shared_cpu_list`));
    if (kind === undefined || level === null || shared.length === 0) continue;
    const bytes = (numberIn(files.word(`${folder}/size`)?.replace(/K$/, "") ?? null) ?? 0) * 1024;
    caches.set(`${level} ${kind} ${shared}`, { level, kind, bytes, cpus: shared });
  }
  return [...caches.values()].sort((left, right) => left.level - right.level);
}

function cpuList(text: string | null): number[] {
  return readCpuSet(text ?? "") ?? [];
}

/** Whole numbers; -1, which the kernel writes where it knows none, is none. */
function numberIn(word: string | null): number | null {
  return word !== null && /^\d{1,15}$/.test(word) ? Number(word) : null;
}

/** The numbers behind a prefix: 0 and 1 of "node0" and "node1". */
function numbered(names: readonly string[], prefix: string): number[] {
  return names
    .filter((name) => name.startsWith(prefix) && /^\d{1,5}$/.test(name.slice(prefix.length)))
    .map((name) => Number(name.slice(prefix.length)))
    .sort((left, right) => left - right);
}
