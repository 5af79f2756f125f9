/** Where each row of a long list stands, without any of them being drawn. Pixels from the list's top. */
export interface RowStack {
  count: number;
  /** Where a row begins; at `count`, where the list ends. */
  offset: (index: number) => number;
  /** The row that stands at `position`; the first or last where there is none. */
  rowAt: (position: number) => number;
}

/** Stacks rows by the heights that are known of them; the others count as `estimate`. */
export function stackRows(
  keys: readonly string[],
  heights: ReadonlyMap<string, number>,
  estimate: number,
): RowStack {
  const offsets = new Float64Array(keys.length + 1);
  keys.forEach((key, index) => {
    offsets[index + 1] = (offsets[index] ?? 0) + (heights.get(key) ?? estimate);
  });
  const offset = (index: number) => offsets[index] ?? 0;
  return {
    count: keys.length,
    offset,
    rowAt(position) {
      let low = 0;
      let high = Math.max(0, keys.length - 1);
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (offset(middle) <= position) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

/** What a window shows of a list: from where on, in pixels from the list's top, and how much. */
export interface Sight {
  from: number;
  height: number;
  /** Rows that are drawn beyond both of its edges. */
  spare: number;
}

/**
 * The rows that a window onto the list shows, those beyond its edges, and `always`, which may stand elsewhere. Of a
 * list that just became shorter than the window was scrolled, the end: the browser is about to scroll there.
 */
export function rowsInSight(stack: RowStack, { from, height, spare }: Sight, always: number): number[] {
  if (stack.count === 0) return [];
  const top = Math.min(from, stack.offset(stack.count) - height);
  const first = Math.max(0, stack.rowAt(top) - spare);
  const last = Math.min(stack.count - 1, stack.rowAt(top + height) + spare);
  const rows = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  if (always < 0 || always >= stack.count || (always >= first && always <= last)) return rows;
  return always < first ? [always, ...rows] : [...rows, always];
}

/** How far the page has to scroll so that a row stands between `top` and `bottom` of the window; 0 where it does. */
export function scrollNeeded(row: { top: number; bottom: number }, top: number, bottom: number): number {
  if (row.top < top) return row.top - top;
  return row.bottom > bottom ? Math.min(row.bottom - bottom, row.top - top) : 0;
}
