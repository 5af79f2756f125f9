"use client";

import { type RefObject, useLayoutEffect, useState } from "react";

/** A column is never narrower than this, in pixels, unless the screen is. */
const narrowest = 340;
const gap = 16;

/** What is drawn where nothing can be measured. */
const usual = 3;

/** How many columns an element has room for, kept up to date; null until it is measured. */
export function useColumns(element: RefObject<HTMLElement | null>): number | null {
  const [columns, setColumns] = useState<number | null>(typeof window === "undefined" ? usual : null);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = () => setColumns(columnsIn(current.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return columns;
}

/** How many columns fit a width in pixels. */
function columnsIn(width: number): number {
  return Math.max(1, Math.floor((width + gap) / (narrowest + gap)));
}
