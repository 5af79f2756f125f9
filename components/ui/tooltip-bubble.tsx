"use client";

import * as Radix from "radix-ui/tooltip";
import type { ReactNode } from "react";
import type { Box } from "./box";

export type Side = "top" | "right" | "bottom" | "left";

export interface TooltipBubbleProps {
  anchor: Box;
  side: Side;
  children: ReactNode;
}

/** The words of a tooltip, as long as they are there, beside a box anywhere in the window. */
export default function TooltipBubble({ anchor, side, children }: TooltipBubbleProps) {
  return (
    <Radix.Provider>
      <Radix.Root open>
        <Radix.Trigger asChild>
          <span aria-hidden className="pointer-events-none fixed" style={{ ...anchor }} />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            // Read out by what it belongs to already.
            aria-hidden
            className="wrap-anywhere pointer-events-none z-60 max-w-72 animate-appear rounded-md bg-foreground px-2 py-1 text-background text-xs shadow-raised"
          >
            {children}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
