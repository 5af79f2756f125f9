import type { HugePagePool } from "@/server/host/huge-pages/huge-pages.schema";
import type { HugePagesState } from "@/server/work/huge-pages/see-huge-pages";

/** Huge pages on one memory node, or of a kernel that keeps none apart. */
export interface NodePages {
  /** null: all memory. */
  node: number | null;
  /** null where it is not told. */
  totalBytes: number | null;
  pools: readonly HugePagePool[];
  /** Bytes in huge pages that VMs have, that are free, and of the rest what is in use and what is free; null: not told. */
  parts: { used: number; free: number; other: number | null; available: number | null };
}

/** What a bar of each node shows. */
export function nodePages(
  state: Pick<HugePagesState, "nodes" | "pools" | "totalBytes" | "freeBytes">,
): NodePages[] {
  const { nodes, pools } = state;
  const named = [...new Set(pools.map(({ node }) => node))];
  return named.map((node) => {
    const own = pools.filter((pool) => pool.node === node);
    const memory = node === null ? state : nodes.find(({ id }) => id === node);
    const total = bytesOf(own, ({ total }) => total);
    const free = bytesOf(own, ({ free }) => free ?? 0);
    const totalBytes = memory?.totalBytes ?? null;
    const available = memory?.freeBytes ?? null;
    const isTold = totalBytes !== null && available !== null;
    const other = isTold ? Math.max(0, totalBytes - total - available) : null;
    return {
      node,
      totalBytes,
      pools: own,
      parts: { used: total - free, free, other, available },
    };
  });
}

function bytesOf(pools: readonly HugePagePool[], count: (pool: HugePagePool) => number): number {
  return pools.reduce((sum, pool) => sum + count(pool) * pool.pageBytes, 0);
}

/** Stands for a pool in a form. */
export function poolKey({ node, pageBytes }: Pick<HugePagePool, "node" | "pageBytes">): string {
  return `${node} ${pageBytes}`;
}

/** The numbers that were typed, of the pools that are to have other ones; null where one is no number. */
export function wishedPools(
  pools: readonly HugePagePool[],
  typed: ReadonlyMap<string, number>,
): { node: number | null; pageBytes: number; count: number }[] | null {
  const wished = pools.flatMap(({ node, pageBytes, total }) => {
    const count = typed.get(poolKey({ node, pageBytes })) ?? total;
    return count === total ? [] : [{ node, pageBytes, count }];
  });
  return wished.every(({ count }) => Number.isInteger(count) && count >= 0) ? wished : null;
}

/** Running VMs whose memory is, or may be, in a pool. */
export function usersOf(
  { node, pageBytes }: Pick<HugePagePool, "node" | "pageBytes">,
  uses: HugePagesState["uses"],
): HugePagesState["uses"] {
  return uses.filter(
    (use) =>
      (use.pageBytes === null || use.pageBytes === pageBytes) &&
      (node === null || use.nodes === null || use.nodes.includes(node)),
  );
}
