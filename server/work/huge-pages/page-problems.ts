import type { HostTree } from "../../host/host-tree";
import type { HugePagesNow } from "../../host/huge-pages/huge-pages.schema";
import { readHugePages } from "../../host/huge-pages/read-huge-pages";
import type { StartProblem } from "../../pci/start-check/start-problem.schema";
import { sizeText } from "../../units/memory-size";
import { pageUseOf } from "./page-use";

/** What keeps a VM from being started whose memory is in huge pages of a size: too few of them are free. */
export async function pageProblems(tree: HostTree, name: string, xml: string): Promise<StartProblem[]> {
  const use = pageUseOf(xml);
  if (use === null || use.pageBytes === null) return [];
  const overcommit = `sys/kernel/mm/hugepages/hugepages-${use.pageBytes / 1024}kB/nr_overcommit_hugepages`;
  // The kernel makes more of them on demand then.
  if (Number((await tree.readText(overcommit)) ?? 0) > 0) return [];
  return lackingPages(await readHugePages(tree), name, { ...use, pageBytes: use.pageBytes });
}

interface Wanted {
  pageBytes: number;
  bytes: number;
  nodes: readonly number[] | null;
}

/** Pure. What is not known of the host keeps nothing from starting. */
export function lackingPages(
  { pools }: Pick<HugePagesNow, "pools">,
  name: string,
  { pageBytes, bytes, nodes }: Wanted,
): StartProblem[] {
  const fitting = pools.filter(
    (pool) =>
      pool.pageBytes === pageBytes && (nodes === null || pool.node === null || nodes.includes(pool.node)),
  );
  if (fitting.length === 0 || fitting.some(({ free }) => free === null)) return [];
  const free = fitting.reduce((sum, pool) => sum + (pool.free ?? 0), 0);
  const needed = Math.ceil(bytes / pageBytes);
  if (free >= needed) return [];
  const size = sizeText(BigInt(pageBytes));
  const where = nodes === null ? "" : ` on node ${nodes.join(", ")}`;
  return [
    {
      code: "pages",
      address: size,
      message: `${name} needs ${needed} huge ${needed === 1 ? "page" : "pages"} of ${size}, and ${free} are free${where}.`,
      fix: "Set more on the page Host, under “Huge pages now”, or stop a VM that has them.",
      remapTo: null,
    },
  ];
}
