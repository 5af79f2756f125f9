import type { HostTree } from "./host-tree";

/** What memory a host has left for VMs. */
export interface MemorySupply {
  /** Free, with what the kernel would give up (MemAvailable, proc(5)); null where not told. */
  availableBytes: number | null;
  /** Pages of each size that were set aside (Documentation/admin-guide/mm/hugetlbpage.rst). */
  hugepages: { bytes: number; total: number; free: number }[];
}

const folder = "sys/kernel/mm/hugepages";

/** Reads them anew, as they change with every VM that starts. */
export async function readMemorySupply(tree: HostTree): Promise<MemorySupply> {
  const first = await tree.readMany({ texts: ["proc/meminfo"], folders: [folder] });
  const available = /^MemAvailable:\s*(\d{1,12}) kB$/m.exec(first.text("proc/meminfo") ?? "")?.[1];
  const sizes = first.names(folder).flatMap((name) => {
    const kibibytes = /^hugepages-(\d{1,12})kB$/.exec(name)?.[1];
    return kibibytes === undefined ? [] : [{ name, bytes: Number(kibibytes) * 1024 }];
  });
  const files = await tree.readMany({
    texts: sizes.flatMap(({ name }) => [
      `${folder}/${name}/nr_hugepages`,
      `${folder}/${name}/free_hugepages`,
    ]),
  });
  return {
    availableBytes: available === undefined ? null : Number(available) * 1024,
    hugepages: sizes.map(({ name, bytes }) => ({
      bytes,
      total: Number(files.word(`${folder}/${name}/nr_hugepages`) ?? 0),
      free: Number(files.word(`${folder}/${name}/free_hugepages`) ?? 0),
    })),
  };
}
