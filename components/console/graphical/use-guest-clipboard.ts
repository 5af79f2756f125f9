"use client";

import { useState } from "react";

export interface GuestClipboard {
  /** What the panel holds: what the guest copied last, or what was typed there. */
  text: string;
  setText: (text: string) => void;
  /** What the guest copies goes into this computer's clipboard, too. Never unasked: a guest could put anything there. */
  toThisComputer: boolean;
  setToThisComputer: (on: boolean) => void;
  /** The guest copied something. */
  onGuestCopied: (text: string) => void;
  /** Puts what this computer's clipboard holds into the panel. Rejects where the browser does not let the page read it. */
  takeLocal: () => Promise<void>;
}

/** What goes over between a guest's clipboard and this computer's: only what somebody asks for. */
export function useGuestClipboard(): GuestClipboard {
  const [text, setText] = useState("");
  const [toThisComputer, setToThisComputer] = useState(false);
  return {
    text,
    setText,
    toThisComputer,
    setToThisComputer,
    onGuestCopied: (copied) => {
      setText(copied);
      // Refused without TLS, or while the page has not the focus: the panel holds it then.
      if (toThisComputer) navigator.clipboard?.writeText(copied).catch(() => undefined);
    },
    takeLocal: async () => setText(await navigator.clipboard.readText()),
  };
}
