import type { CardSize } from "@/components/device/tree/node";
import type { Branch, Item } from "./branches";

/** About how high things are, in pixels. Only balance hangs on it: boxes never overlap, whatever they really need. */
const cardHeights: Readonly<Record<CardSize, number>> = { large: 150, medium: 66, small: 34 };
const functionHeight = 18;
const portHeight = 34;
const frameHeight = 44;
const gap = 12;

/** About how high a branch is drawn, with the gap behind it. */
export function branchHeight(branch: Branch): number {
  const frame = branch.group === null || branch.portOnly ? 0 : frameHeight;
  return branch.items.reduce((sum, item) => sum + itemHeight(item), frame + gap);
}

function itemHeight(item: Item): number {
  if ("branches" in item) return portHeight + totalHeight(item.branches);
  return cardHeights[item.node.size] + item.node.others.length * functionHeight;
}

export function totalHeight(branches: readonly Branch[]): number {
  return branches.reduce((sum, branch) => sum + branchHeight(branch), 0);
}

/** Puts branches into at most `columns` columns: each into the one that is shortest by then, so that none is long. */
export function distribute(branches: readonly Branch[], columns: number): Branch[][] {
  const filled = Array.from({ length: Math.max(1, Math.min(columns, branches.length)) }, () => ({
    height: 0,
    branches: [] as Branch[],
  }));
  for (const branch of branches) {
    const shortest = filled.reduce((best, column) => (column.height < best.height ? column : best));
    shortest.branches.push(branch);
    shortest.height += branchHeight(branch);
  }
  return filled.map((column) => column.branches);
}

/**
 * Root complexes in rows: how many columns each takes, in proportion to its height, so that those beside each other are
 * about as high. Rows are about equally full, and what is left of a row widens its columns.
 */
export function rowsOf(heights: readonly number[], columns: number): number[][] {
  const ideal = heights.reduce((sum, height) => sum + height, 0) / columns;
  const spans = heights.map((height) => Math.min(columns, Math.max(1, Math.floor(height / ideal))));
  const wanted = sumOf(spans);
  const full = Math.ceil(wanted / Math.ceil(wanted / columns));
  const rows: number[][] = [];
  for (const span of spans) {
    const row = rows.at(-1);
    if (row === undefined || sumOf(row) + span > Math.max(full, span)) rows.push([span]);
    else row.push(span);
  }
  return rows.map((row) => row.map((span) => span * Math.max(1, Math.floor(columns / sumOf(row)))));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
