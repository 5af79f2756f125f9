"use client";

import {
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { flushSync } from "react-dom";
import { type RowStack, rowsInSight, scrollNeeded, stackRows } from "./row-stack";

const rowHeight = 37;
const cardHeight = 104;
/** Rows drawn beyond both edges of the window, so that scrolling finds them there. */
const spareRows = 6;
/** What the sticky headings hide of the window's top, and the floating bars of its bottom. */
const hiddenTop = 44;
const hiddenBottom = 72;

export interface Rows {
  /** The indices of the rows to draw, in order. */
  drawn: readonly number[];
  stack: RowStack;
  /** The ref of each drawn row, so that its height is known. */
  measure: (element: HTMLElement | null) => (() => void) | undefined;
  /** Scrolls no further than a row needs to be seen. */
  reveal: (index: number) => void;
}

/** Draws only the rows that the window shows, and always the active one, which may hold the focus. */
export function useRows(
  body: RefObject<HTMLElement | null>,
  keys: readonly string[],
  activeIndex: number,
): Rows {
  const { heights, measure } = useHeights(body);
  const stack = useMemo(() => stackRows(keys, heights, estimatedHeight()), [keys, heights]);
  const inSight = useSyncExternalStore(subscribeToWindow, () => sightOf(body.current, stack, activeIndex));
  const drawn = useMemo(() => (inSight === "" ? [] : inSight.split(" ").map(Number)), [inSight]);
  const reveal = useCallback(
    (index: number) => {
      const top = (body.current?.getBoundingClientRect().top ?? 0) + stack.offset(index);
      const bottom = top + stack.offset(index + 1) - stack.offset(index);
      const by = scrollNeeded({ top, bottom }, hiddenTop, window.innerHeight - hiddenBottom);
      if (by !== 0) window.scrollBy({ top: by, behavior: "instant" });
    },
    [body, stack],
  );
  return { drawn, stack, measure, reveal };
}

function estimatedHeight(): number {
  return window.innerWidth < 700 ? cardHeight : rowHeight;
}

function subscribeToWindow(listener: () => void): () => void {
  window.addEventListener("scroll", listener, { passive: true });
  window.addEventListener("resize", listener);
  return () => {
    window.removeEventListener("scroll", listener);
    window.removeEventListener("resize", listener);
  };
}

/** The rows in sight as a text, which is the same as before where they are. */
function sightOf(body: HTMLElement | null, stack: RowStack, activeIndex: number): string {
  const from = -(body?.getBoundingClientRect().top ?? 0);
  return rowsInSight(stack, { from, to: from + window.innerHeight }, spareRows, activeIndex).join(" ");
}

/** The heights of the rows that were drawn so far, by key. */
function useHeights(body: RefObject<HTMLElement | null>) {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(() => new Map());
  const latest = useRef(heights);
  const observer = useRef<ResizeObserver | null>(null);

  const measure = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return;
      observer.current ??= new ResizeObserver((entries) => {
        const known = latest.current;
        const { next, shift } = takeIn(known, entries, -(body.current?.getBoundingClientRect().top ?? 0));
        if (next === known) return;
        latest.current = next;
        // Before the frame is painted, or rows would lie upon each other in it.
        flushSync(() => setHeights(next));
        if (shift !== 0) window.scrollBy({ top: shift, behavior: "instant" });
      });
      const watching = observer.current;
      watching.observe(element, { box: "border-box" });
      return () => watching.unobserve(element);
    },
    [body],
  );
  useEffect(() => () => observer.current?.disconnect(), []);
  return { heights, measure };
}

/** The heights with what was just measured; `shift` is by how much rows above the window's top grew. */
function takeIn(
  known: ReadonlyMap<string, number>,
  entries: readonly ResizeObserverEntry[],
  scrolled: number,
) {
  const next = new Map(known);
  let changed = false;
  let shift = 0;
  for (const { target, borderBoxSize } of entries) {
    const key = target.getAttribute("data-key");
    const height = borderBoxSize[0]?.blockSize ?? 0;
    // Detached rows report nothing.
    if (key === null || height === 0) continue;
    const before = known.get(key) ?? estimatedHeight();
    if (before === height) continue;
    const offset = Number(target.getAttribute("data-offset"));
    if (offset + before <= scrolled) shift += height - before;
    next.set(key, height);
    changed = true;
  }
  return { next: changed ? next : known, shift };
}
