import type { HostTree } from "../host-tree";
import type { HugePagePool, HugePagesNow } from "./huge-pages.schema";

const nodesFolder = "sys/devices/system/node";
const allNodes = "sys/kernel/mm/hugepages";

/** Where the kernel counts pages of a size (Documentation/admin-guide/mm/hugetlbpage.rst). */
export function poolFolder({ node, pageBytes }: Pick<HugePagePool, "node" | "pageBytes">): string {
  const name = `hugepages-${pageBytes / 1024}kB`;
  return node === null ? `${allNodes}/${name}` : `${nodesFolder}/node${node}/hugepages/${name}`;
}

/** Reads them anew, as they change with every VM that starts. */
export async function readHugePages(tree: HostTree): Promise<HugePagesNow> {
  const first = await tree.readMany({ texts: ["proc/meminfo"], folders: [nodesFolder, allNodes] });
  const nodes = first.names(nodesFolder).flatMap((name) => /^node(\d{1,4})$/.exec(name)?.[1] ?? []);
  const second = await tree.readMany({
    texts: nodes.map((node) => `${nodesFolder}/node${node}/meminfo`),
    folders: nodes.map((node) => `${nodesFolder}/node${node}/hugepages`),
  });
  const named = nodes.flatMap((node) =>
    sizesIn(second.names(`${nodesFolder}/node${node}/hugepages`)).map((pageBytes) => ({
      node: Number(node),
      pageBytes,
    })),
  );
  const pools =
    named.length > 0 ? named : sizesIn(first.names(allNodes)).map((pageBytes) => ({ node: null, pageBytes }));
  const counts = await tree.readMany({
    texts: pools.flatMap((pool) => countFiles(pool)),
    skipForbidden: true,
  });
  const all = first.text("proc/meminfo");
  return {
    availableBytes: kibibytesOf(all, "MemAvailable"),
    totalBytes: kibibytesOf(all, "MemTotal"),
    freeBytes: kibibytesOf(all, "MemFree"),
    nodes: nodes
      .map((node) => {
        const text = second.text(`${nodesFolder}/node${node}/meminfo`);
        return {
          id: Number(node),
          totalBytes: kibibytesOf(text, "MemTotal"),
          freeBytes: kibibytesOf(text, "MemFree"),
        };
      })
      .sort((one, other) => one.id - other.id),
    pools: pools
      .map((pool) => {
        const [total, free] = countFiles(pool).map((file) => counts.word(file));
        return { ...pool, total: Number(total ?? 0), free: free == null ? null : Number(free) };
      })
      .sort((one, other) => (one.node ?? 0) - (other.node ?? 0) || one.pageBytes - other.pageBytes),
  };
}

function countFiles(pool: Pick<HugePagePool, "node" | "pageBytes">): string[] {
  return ["nr_hugepages", "free_hugepages"].map((name) => `${poolFolder(pool)}/${name}`);
}

function sizesIn(names: readonly string[]): number[] {
  return names.flatMap((name) => {
    const kibibytes = /^hugepages-(\d{1,12})kB$/.exec(name)?.[1];
    return kibibytes === undefined ? [] : [Number(kibibytes) * 1024];
  });
}

/** "MemAvailable:   16301964 kB", on a node with "Node 0 " in front; in bytes. */
function kibibytesOf(text: string | null, name: string): number | null {
  const digits = new RegExp(`\\b${name}:\\s*(\\d{1,12}) kB`).exec(text ?? "")?.[1];
  return digits === undefined ? null : Number(digits) * 1024;
}
