import { type RootComplex, treeOf } from "@/components/device/tree/topology";
import type { JudgedReport } from "@/server/pci/schema";
import { type Branch, branchesOf } from "./branches";
import { clutterIn, withoutClutter } from "./clutter";
import { rowsOf, totalHeight } from "./columns";
import { type Section, sectionOf } from "./sections";

export interface DrawnComplex {
  complex: RootComplex;
  /** How many columns it takes. */
  span: number;
  section: Section;
}

/** Root complexes beside each other. */
export interface PictureRow {
  complexes: readonly DrawnComplex[];
  /** Columns at its end that stay empty, where what there is would be stretched out of shape. */
  empty: number;
}

/** What is drawn where. The browser only places boxes below and beside each other. */
export interface Picture {
  rows: readonly PictureRow[];
  /** How many devices are clutter: left out unless asked for. */
  clutter: number;
  /** In how many frames each group is drawn: more than one where it is scattered over the tree. */
  frames: ReadonlyMap<number, number>;
}

export interface PictureOptions {
  /** How many columns the page has room for. */
  columns: number;
  /** Draw the clutter as well. */
  everything: boolean;
}

/** Lays a host out: a tree of root complexes, ports and cards in columns, with the groups as frames round them. */
export function layoutPicture(devices: JudgedReport["devices"], options: PictureOptions): Picture {
  const trees = treeOf(devices).map((complex) => ({ complex, branches: branchesOf(complex.nodes) }));
  const drawn = trees
    .map(({ complex, branches }) => ({
      complex,
      branches: options.everything ? branches : withoutClutter(branches),
    }))
    .filter(({ branches }) => branches.length > 0);
  const heights = drawn.map(({ branches }) => totalHeight(branches));
  const waiting = drawn.values();
  const rows = rowsOf(heights, options.columns).map((spans) =>
    rowOf(
      spans.flatMap((span): DrawnComplex[] => {
        const { value } = waiting.next();
        if (value === undefined) return [];
        const { complex, branches } = value;
        const section = sectionOf(branches, span, complex.name);
        // With fewer branches than it has columns, it needs no more than they take.
        return [{ complex, span: section.switches.length > 0 ? span : section.columns.length, section }];
      }),
      options.columns,
    ),
  );
  const clutter = sumOf(trees.map(({ branches }) => clutterIn(branches)));
  return { rows, clutter, frames: countFrames(rows.flatMap((row) => row.complexes)) };
}

/** A row may be stretched by half; beyond that it ends before the page does. */
function rowOf(complexes: readonly DrawnComplex[], columns: number): PictureRow {
  const taken = sumOf(complexes.map(({ span }) => span));
  return { complexes, empty: taken * 1.5 < columns ? columns - taken : 0 };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function countFrames(complexes: readonly DrawnComplex[]): Map<number, number> {
  const frames = new Map<number, number>();
  const count = (group: number | null) => {
    if (group !== null) frames.set(group, (frames.get(group) ?? 0) + 1);
  };
  const visitBranch = (branch: Branch) => {
    count(branch.group);
    for (const item of branch.items) if ("branches" in item) item.branches.forEach(visitBranch);
  };
  const visitSection = (section: Section) => {
    // The ports of a switch's bar are framed one by one where the switch is in several groups.
    if (section.group === null) for (const { group } of section.ports) count(group);
    else count(section.group);
    section.switches.forEach(visitSection);
    for (const column of section.columns) column.forEach(visitBranch);
  };
  for (const { section } of complexes) visitSection(section);
  return frames;
}
