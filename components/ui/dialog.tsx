"use client";

import { X } from "lucide-react";
import * as Radix from "radix-ui/dialog";
import { type ReactNode, useRef } from "react";
import { classNames } from "./class-names";

export const Dialog = Radix.Root;
export const DialogClose = Radix.Close;

export interface DialogContentProps {
  title: string;
  /** Read out with the title; a sentence or two. */
  description?: ReactNode;
  children?: ReactNode;
  /** The buttons, in reading order: the way out first. */
  footer?: ReactNode;
  /** "alertdialog" where something is about to be lost. */
  role?: "dialog" | "alertdialog";
  wide?: boolean;
}

/** A modal sheet in the middle of the page; Escape, the cross and a click outside close it. */
export function DialogContent({
  title,
  description,
  children,
  footer,
  role = "dialog",
  wide,
}: DialogContentProps) {
  const before = useRef<Element | null>(null);
  return (
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-50 animate-fade bg-black/45" />
      <Radix.Content
        role={role}
        onOpenAutoFocus={() => {
          before.current = document.activeElement;
        }}
        onCloseAutoFocus={(event) => focusAgain(before.current, event)}
        {...(description === undefined ? { "aria-describedby": undefined } : {})}
        className={classNames(
          "-translate-x-1/2 -translate-y-1/2 fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] flex-col",
          "animate-appear rounded-xl border border-border bg-raised shadow-raised outline-none",
          wide ? "max-w-2xl" : "max-w-md",
        )}
      >
        <div className="flex items-start justify-between gap-3 px-5 pt-4">
          <Radix.Title className="wrap-anywhere font-semibold text-lg">{title}</Radix.Title>
          <Radix.Close
            aria-label="Close"
            className="-mr-2 flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-foreground/8"
          >
            <X className="size-4" aria-hidden />
          </Radix.Close>
        </div>
        <div className="min-h-0 overflow-y-auto px-5 pt-1 pb-4">
          {description === undefined ? null : (
            <Radix.Description asChild>
              <div className="wrap-anywhere text-muted">{description}</div>
            </Radix.Description>
          )}
          {children}
        </div>
        {footer === undefined ? null : (
          <div className="flex flex-wrap justify-end gap-2 border-border border-t px-5 py-3">{footer}</div>
        )}
      </Radix.Content>
    </Radix.Portal>
  );
}

/** Radix gives the focus back to its own triggers alone: whoever opened the dialog otherwise would have to begin at the page's top. */
function focusAgain(before: Element | null, event: Event): void {
  if (!(before instanceof HTMLElement) || before === document.body || !before.isConnected) return;
  event.preventDefault();
  before.focus({ preventScroll: true });
}
