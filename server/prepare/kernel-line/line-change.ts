/** What is to change of a kernel line. */
export interface LineChange {
  /** Parameters as they stand on the line: "iommu=pt", "quiet", `dyndbg="file vfio_pci.c +p"`. */
  add: readonly string[];
  /** Exactly these words; a name without a value stands for the parameter whatever its value. */
  remove: readonly string[];
  /** "10de:2206", of vfio-pci's list. */
  addIds: readonly string[];
  removeIds: readonly string[];
  hugePages: HugePages | null;
  /** A parameter that may stand there several times is put into the list of one that does. */
  joinsLists?: boolean;
}

export interface HugePages {
  /** As the kernel spells it: "1G", "2M". */
  size: string;
  count: number;
  /** Something counts pages by the default size, which stays as it is. */
  keepsDefault?: boolean;
}

export const noLineChange: LineChange = { add: [], remove: [], addIds: [], removeIds: [], hugePages: null };

/** `hugepages=` counts pages of the size that stands before it (hugetlbpage.rst). */
export function hugePageParameters({ size, count }: HugePages): string[] {
  return [`default_hugepagesz=${size}`, `hugepagesz=${size}`, `hugepages=${count}`];
}
