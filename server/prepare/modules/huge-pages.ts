import { sizeText } from "../../units/memory-size";
import { type Edit, edited, refused } from "../edit";
import { spliced } from "./splice";
import { linesOf, type TextLine, withLines } from "./text-lines";

export interface HugePageCount {
  count: number;
  pageBytes: bigint;
}

export interface HostMemory {
  /** MemTotal of /proc/meminfo. */
  bytes: bigint;
  /** Hugepagesize of /proc/meminfo. */
  defaultPageBytes: bigint;
}

/** What the host itself is left at least. */
const hostShare = 2n * 1024n ** 3n;

/**
 * Sets vm.nr_hugepages in a file of sysctl.d(5). It counts pages of the kernel's default size. Refused where the host
 * itself would be left too little.
 */
export function setHugePages(text: string, { count, pageBytes }: HugePageCount, memory: HostMemory): Edit {
  if (pageBytes !== memory.defaultPageBytes) {
    return refused(
      `vm.nr_hugepages counts pages of ${sizeText(memory.defaultPageBytes)}; pages of ${sizeText(pageBytes)} are asked for on the kernel's command line.`,
    );
  }
  const wanted = BigInt(count) * pageBytes;
  if (wanted > memory.bytes - hostShare) {
    return refused(
      `${sizeText(wanted)} of huge pages on a host with ${sizeText(memory.bytes)}: it needs ${sizeText(hostShare)} for itself.`,
    );
  }
  const setting = hugePageSettings(text).at(-1);
  if (setting === undefined) return edited(withLines(text, [`vm.nr_hugepages = ${count}`]));
  return edited(spliced(text, [{ ...setting, insert: String(count) }]));
}

/** Whether a file of sysctl.d(5) sets the number of huge pages. */
export function setsHugePages(text: string): boolean {
  return hugePageSettings(text).length > 0;
}

/** Where the values stand; of several the last counts. A "-" in front has errors passed over. */
function hugePageSettings(text: string): { from: number; to: number }[] {
  return linesOf(text).flatMap((line: TextLine) => {
    const [, lead, value] = /^(\s*-?vm[./]nr_hugepages\s*=\s*)(.*?)\s*$/.exec(line.text) ?? [];
    if (lead === undefined || value === undefined) return [];
    const from = line.from + lead.length;
    return [{ from, to: from + value.length }];
  });
}
