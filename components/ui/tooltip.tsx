"use client";

import {
  type KeyboardEvent,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { type Box, boxOf } from "./box";
import type { Side } from "./tooltip-bubble";

const TooltipBubble = lazy(() => import("./tooltip-bubble"));

export interface TooltipProps {
  content: ReactNode;
  /** One element that can hold the focus. */
  children: ReactElement;
  side?: Side;
}

const hoverDelay = 250;

/**
 * Words that appear by hover or focus; Escape takes them away. Never the only place where something needed is said
 * to those who can see: touch has no hover. What draws them comes when they are first wanted.
 */
export function Tooltip({ content, children, side = "top" }: TooltipProps) {
  const id = useId();
  const around = useRef<HTMLSpanElement>(null);
  const [anchor, setAnchor] = useState<Box | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = (delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const element = around.current?.firstElementChild;
      if (element) setAnchor(boxOf(element));
    }, delay);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setAnchor(null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    around.current?.firstElementChild?.setAttribute("aria-describedby", id);
  });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what happens on the element inside.
    <span
      ref={around}
      className="contents"
      onPointerEnter={({ pointerType }) => (pointerType === "mouse" ? show(hoverDelay) : undefined)}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={({ target }) => (target.matches(":focus-visible") ? show(0) : undefined)}
      onBlur={hide}
      onKeyDown={(event: KeyboardEvent) => (event.key === "Escape" ? hide() : undefined)}
    >
      {children}
      <span id={id} hidden>
        {content}
      </span>
      {anchor === null ? null : (
        <Suspense>
          <TooltipBubble anchor={anchor} side={side}>
            {content}
          </TooltipBubble>
        </Suspense>
      )}
    </span>
  );
}
