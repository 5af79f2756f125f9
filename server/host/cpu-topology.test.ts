import { expect, test } from "vitest";
import { readHostCpus } from "./cpu-topology";
import { folderTree } from "./folder-tree";
import { treeOf } from "./tree.test-data";

const cpus = "sys/devices/system/cpu";
const nodes = "sys/devices/system/node";

/** Two nodes of one core with two threads each; CPU 4 is offline. */
function twoNodes(): Record<string, string> {
  const files: Record<string, string> = {
    [`${cpus}/online`]: "0-3\n",
    [`${cpus}/isolated`]: "1,3\n",
    [`${nodes}/node0/cpulist`]: "0,2\n",
    [`${nodes}/node1/cpulist`]: "1,3,4\n",
    [`${nodes}/node0/meminfo`]: "Node 0 MemTotal:       1024 kB\nNode 0 MemFree:  1 kB\n",
  };
  for (const cpu of [0, 1, 2, 3]) {
    const socket = cpu % 2;
    const cache = `${cpus}/cpu${cpu}/cache`;
    Object.assign(files, {
      [`${cpus}/cpu${cpu}/topology/core_id`]: "0\n",
      [`${cpus}/cpu${cpu}/topology/physical_package_id`]: `${socket}\n`,
      [`${cpus}/cpu${cpu}/cpufreq/cpuinfo_max_freq`]: "4400000\n",
      [`${cache}/index0/level`]: "1\n",
      [`${cache}/index0/type`]: "Data\n",
      [`${cache}/index0/size`]: "32K\n",
      [`${cache}/index0/shared_cpu_list`]: `${socket},${socket + 2}\n`,
      [`${cache}/index3/level`]: "3\n",
      [`${cache}/index3/type`]: "Unified\n",
      [`${cache}/index3/size`]: "8192K\n",
      [`${cache}/index3/shared_cpu_list`]: `${socket},${socket + 2}\n`,
    });
  }
  return files;
}

test("nodes hold cores, cores hold threads, and a cache is told once", async () => {
  const found = await readHostCpus(await treeOf(twoNodes()));
  expect(found).toMatchObject({ online: [0, 1, 2, 3], isolated: [1, 3] });
  expect(found?.nodes).toEqual([
    {
      id: 0,
      memoryBytes: 2 ** 20,
      cores: [{ id: 0, package: 0, threads: [0, 2], maximumHertz: 4_400_000_000 }],
    },
    {
      id: 1,
      memoryBytes: null,
      cores: [{ id: 0, package: 1, threads: [1, 3], maximumHertz: 4_400_000_000 }],
    },
  ]);
  expect(found?.caches.map(({ level, bytes, cpus: shared }) => [level, bytes, shared])).toEqual([
    [1, 2 ** 15, [0, 2]],
    [1, 2 ** 15, [1, 3]],
    [3, 2 ** 23, [0, 2]],
    [3, 2 ** 23, [1, 3]],
  ]);
});

test("CPUs that tell nothing of cores are cores of their own, in one node", async () => {
  const found = await readHostCpus(await treeOf({ [`${cpus}/online`]: "0-1\n" }));
  expect(found?.nodes).toEqual([
    {
      id: 0,
      memoryBytes: null,
      cores: [
        { id: 0, package: 0, threads: [0], maximumHertz: null },
        { id: 1, package: 0, threads: [1], maximumHertz: null },
      ],
    },
  ]);
});

test("a folder without them has none", async () => {
  expect(await readHostCpus(await treeOf({ "proc/cpuinfo": "" }))).toBeNull();
});

test("this machine's are all somewhere", async () => {
  const found = await readHostCpus(folderTree("/"));
  const threads = found?.nodes.flatMap(({ cores }) => cores.flatMap((core) => core.threads));
  expect(threads?.toSorted((left, right) => left - right)).toEqual(found?.online);
});
