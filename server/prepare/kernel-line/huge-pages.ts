import type { EditedLine } from "./edit-line";
import { type HugePages, hugePageParameters } from "./line-change";
import type { LineWord } from "./line-words";

/**
 * A line that has pages of a size allocated. `hugepages=` counts pages of the size that stands before it; without one, of
 * the default size (hugetlbpage.rst): that size is only set where nothing counts by it yet.
 */
export function withHugePages(line: EditedLine, pages: HugePages): EditedLine {
  const counted = countOf(line.words, pages.size, defaultSize(line.words));
  if (counted !== undefined) {
    return sumOf(counted.value) === pages.count ? line : line.replaced(counted, `hugepages=${pages.count}`);
  }
  const [standard = "", ...pair] = hugePageParameters(pages);
  const names = line.words.map(({ name }) => name);
  const hasDefault = names.includes("default_hugepagesz");
  const countsByDefault = names.includes("hugepages") && countOf(line.words, null, null) !== undefined;
  return line.with(hasDefault || countsByDefault || pages.keepsDefault ? pair : [standard, ...pair]);
}

/** The size that `hugepages=` counts by before any `hugepagesz=`: 2 MiB of x86 and of most Arm kernels. */
function defaultSize(words: readonly LineWord[]): string {
  return words.findLast(({ name }) => name === "default_hugepagesz")?.value ?? "2M";
}

/** The word that counts pages of a size; of the default size for null. */
function countOf(
  words: readonly LineWord[],
  size: string | null,
  standard: string | null,
): LineWord | undefined {
  let current = standard;
  let found: LineWord | undefined;
  for (const word of words) {
    if (word.name === "hugepagesz") current = word.value;
    else if (word.name === "hugepages" && sameSize(current, size)) found = word;
  }
  return found;
}

/** "0:8,1:8" counts them by memory node (hugetlbpage.rst). */
function sumOf(count: string): number {
  return count.split(",").reduce((sum, part) => sum + Number(part.split(":").at(-1)), 0);
}

/** The kernel takes "1G", "1g" and "1024M" (memparse). */
function sameSize(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : pageBytes(one) === pageBytes(other);
}

const factors: Readonly<Record<string, number>> = { k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 };

/** A page's size in bytes; NaN where it is none. */
export function pageBytes(size: string): number {
  const match = /^(\d+)([kmgt]?)$/i.exec(size);
  return match === null ? Number.NaN : Number(match[1]) * (factors[match[2]?.toLowerCase() ?? ""] ?? 1);
}
