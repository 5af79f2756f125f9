"use client";

import { X } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import { cardTitle } from "@/components/device/card-title";
import { CardBody, type CardBodyProps } from "./card-body";

/** A card beside the picture or the list, on screens that have the room. Escape closes it. */
export function CardPanel({ onClose, ...body }: CardBodyProps & { onClose(): void }) {
  const { device } = body.card;
  const { name, maker } = cardTitle(device);
  const heading = useRef<HTMLHeadingElement>(null);
  // Before it is painted: whoever sees the panel can press Escape at once.
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <aside
      aria-label={`${name}, ${device.address}`}
      onKeyDown={({ key }) => (key === "Escape" ? onClose() : undefined)}
      className="sticky top-5 max-h-[calc(100dvh-2.5rem)] w-100 shrink-0 animate-fade overflow-y-auto rounded-xl border border-border bg-surface"
    >
      <header className="sticky top-0 z-10 flex items-start justify-between gap-3 border-border border-b bg-surface px-4 py-3">
        <div className="min-w-0">
          <h2
            ref={heading}
            tabIndex={-1}
            className="wrap-anywhere font-semibold text-lg leading-snug outline-none"
          >
            {name}
          </h2>
          <p className="text-muted text-sm">
            {maker} · <span className="select-all whitespace-nowrap font-mono">{device.address}</span>
          </p>
        </div>
        <button
          type="button"
          aria-label="Close"
          onClick={onClose}
          className="-mr-1.5 flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-foreground/8"
        >
          <X aria-hidden className="size-4" />
        </button>
      </header>
      <div className="p-4">
        <CardBody {...body} />
      </div>
    </aside>
  );
}
