"use client";

import {
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { placeBeside, type Side } from "./place-beside";

export interface TooltipProps {
  content: ReactNode;
  /** One element that can hold the focus. */
  children: ReactElement;
  side?: Side;
}

const hoverDelay = 250;

/**
 * Words that appear by hover or focus; Escape takes them away. Never the only place where something needed is said
 * to those who can see: touch has no hover.
 */
export function Tooltip({ content, children, side = "top" }: TooltipProps) {
  const id = useId();
  const around = useRef<HTMLSpanElement>(null);
  const [shown, setShown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = (delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(true), delay);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setShown(false);
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
      {shown ? (
        <Bubble side={side} anchor={() => around.current?.firstElementChild ?? null}>
          {content}
        </Bubble>
      ) : null}
    </span>
  );
}

interface BubbleProps {
  side: Side;
  anchor: () => Element | null;
  children: ReactNode;
}

/** The words themselves, in the browser's top layer, where nothing clips or covers them. */
function Bubble({ side, anchor, children }: BubbleProps) {
  const bubble = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = bubble.current;
    const target = anchor();
    if (element === null || target === null) return;
    element.showPopover();
    const window = {
      width: document.documentElement.clientWidth,
      height: document.documentElement.clientHeight,
    };
    const { left, top } = placeBeside(
      target.getBoundingClientRect(),
      element.getBoundingClientRect(),
      side,
      window,
    );
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  });
  return (
    <span
      ref={bubble}
      popover="manual"
      aria-hidden
      className="wrap-anywhere pointer-events-none fixed inset-auto m-0 max-w-72 animate-appear rounded-md bg-foreground px-2 py-1 text-background text-xs shadow-raised"
    >
      {children}
    </span>
  );
}
