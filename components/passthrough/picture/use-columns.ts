"use client";

import { type RefObject, useLayoutEffect, useState } from "react";

/** A column is never narrower than this, in pixels, unless the screen is. */
const narrowest = 340;
const gap = 16;

/** How many columns an element has room for, kept up to date. */
export function useColumns(element: RefObject<HTMLElement | null>): number {
  const [columns, setColumns] = useState(1);
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
export function columnsIn(width: number): number {
  return Math.max(1, Math.floor((width + gap) / (narrowest + gap)));
}
