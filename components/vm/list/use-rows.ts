"use client";

import { defaultRangeExtractor, type Range, useWindowVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useLayoutEffect, useRef, useState } from "react";

const rowHeight = 37;
const cardHeight = 104;
/** The sticky headings hide this much of the window's top, the bulk bar of its bottom. */
const scrollPadding = 64;

/** Draws only the rows that the window shows, and always the active one, which holds the focus. */
export function useRows(keys: readonly string[], activeIndex: number) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  // What stands above the list may grow or shrink with any render.
  useLayoutEffect(() => {
    const now = body.current === null ? 0 : body.current.getBoundingClientRect().top + window.scrollY;
    if (Math.abs(now - top) > 0.5) setTop(now);
  });
  const rangeExtractor = useCallback(
    (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      return activeIndex < 0 || drawn.includes(activeIndex)
        ? drawn
        : [...drawn, activeIndex].sort((a, b) => a - b);
    },
    [activeIndex],
  );
  const virtualizer = useWindowVirtualizer({
    count: keys.length,
    estimateSize: () => (window.innerWidth < 720 ? cardHeight : rowHeight),
    getItemKey: useCallback((index: number) => keys[index] ?? index, [keys]),
    overscan: 6,
    scrollMargin: top,
    scrollPaddingStart: scrollPadding,
    scrollPaddingEnd: scrollPadding,
    rangeExtractor,
  });
  return { body, top, virtualizer };
}
