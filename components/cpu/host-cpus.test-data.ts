import type { HostCpus } from "@/server/host/cpu-topology.schema";

/** Two nodes of four cores with two threads each; threads of a core are n and n + 8. */
export function hostWithCpus(isolated: number[] = []): HostCpus {
  const core = (id: number, node: number) => ({
    id,
    package: node,
    threads: [node * 4 + id, node * 4 + id + 8],
    maximumHertz: null,
  });
  return {
    online: Array.from({ length: 16 }, (_, cpu) => cpu),
    isolated,
    nodes: [0, 1].map((node) => ({
      id: node,
      memoryBytes: null,
      cores: [0, 1, 2, 3].map((id) => core(id, node)),
    })),
    caches: [],
  };
}
