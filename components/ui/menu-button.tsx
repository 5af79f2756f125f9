"use client";

import { type ComponentProps, type ReactNode, Suspense, useRef, useState } from "react";
import { type Box, boxOf } from "./box";

/** What the sheet of a menu gets from who opened it. */
export interface MenuSheetProps {
  /** What it opens beside, in the window's coordinates. */
  anchor: Box;
  onClose: () => void;
  /** Puts the focus back to where it was. Called once the menu is gone: before, it would hold on to the focus. */
  returnFocus: () => void;
}

export interface MenuButtonProps extends Omit<ComponentProps<"button">, "onClick" | "ref"> {
  /** Fetches the code of the sheet, as soon as someone comes near. */
  preload: () => Promise<unknown>;
  /** The sheet: an `AnchoredMenu`, behind React's `lazy`, as menus are too heavy to come with every page. */
  sheet: (props: MenuSheetProps) => ReactNode;
}

/** A button that opens a menu. It holds the focus again when the menu closes. */
export function MenuButton({ preload, sheet, children, ...rest }: MenuButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<Box | null>(null);
  const warmUp = () => void preload();
  const open = () => {
    if (button.current !== null) setAnchor(boxOf(button.current));
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onPointerEnter={warmUp}
        onFocus={warmUp}
        onClick={open}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          open();
        }}
        {...rest}
      >
        {children}
      </button>
      {anchor === null ? null : (
        <Suspense>
          {sheet({ anchor, onClose: () => setAnchor(null), returnFocus: () => button.current?.focus() })}
        </Suspense>
      )}
    </>
  );
}
