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
import { type RowStack, rowsInSight, type Sight, scrollNeeded, stackRows } from "./row-stack";

const rowHeight = 37;
const cardHeight = 104;
/** Rows drawn beyond both edges of the window, so that scrolling finds them there: not before the list was laid out. */
const spareRows = 6;
/** What the sticky headings hide of the window's top, and the floating bars of its bottom. */
const hiddenTop = 44;
const hiddenBottom = 72;

export interface Rows {
  /** The indices of the rows to draw, in order. */
  drawn: readonly number[];
  stack: RowStack;
  /** Whether each row stands at its offset. Those of the page's markup stand below each other, as nobody measured them. */
  placed: boolean;
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
  const sight = useSight(body);
  const drawnNow = () => rowsInSight(stack, sight.current(), activeIndex).join(" ");
  const text = useSyncExternalStore(sight.subscribe, drawnNow, () => [...keys.keys()].join(" "));
  const placed = useSyncExternalStore(neverChanges, isPlaced, isNotPlaced);
  const drawn = useMemo(() => (text === "" ? [] : text.split(" ").map(Number)), [text]);
  const reveal = useCallback(
    (index: number) => {
      const top = (body.current?.getBoundingClientRect().top ?? 0) + stack.offset(index);
      const bottom = top + stack.offset(index + 1) - stack.offset(index);
      const by = scrollNeeded({ top, bottom }, hiddenTop, window.innerHeight - hiddenBottom);
      if (by !== 0) window.scrollBy({ top: by, behavior: "instant" });
    },
    [body, stack],
  );
  return { drawn, stack, placed, measure, reveal };
}

const neverChanges = () => () => {};
const isPlaced = () => true;
const isNotPlaced = () => false;

function estimatedHeight(): number {
  return globalThis.innerWidth < 700 ? cardHeight : rowHeight;
}

/**
 * Which part of the list the window shows. Asking the browser makes it lay out the page, so it is asked only when it
 * scrolled or something changed its size, and not each time that the list is drawn. A ResizeObserver first tells of
 * what it watches once the page was laid out, and before it is painted: until then the list is taken to begin at the
 * window's top.
 */
function useSight(body: RefObject<HTMLElement | null>) {
  return useMemo(() => {
    let sight: Sight = { from: 0, height: globalThis.innerHeight, spare: 0 };
    const look = () => {
      const top = body.current?.getBoundingClientRect().top ?? 0;
      sight = { from: -top, height: window.innerHeight, spare: spareRows };
    };
    const subscribe = (listener: () => void) => {
      const onChange = () => {
        look();
        listener();
      };
      const sizes = new ResizeObserver(onChange);
      sizes.observe(document.body);
      window.addEventListener("scroll", onChange, { passive: true });
      window.addEventListener("resize", onChange);
      return () => {
        sizes.disconnect();
        window.removeEventListener("scroll", onChange);
        window.removeEventListener("resize", onChange);
      };
    };
    return { current: () => sight, subscribe };
  }, [body]);
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
