"use client";

import { useState } from "react";

export interface GuestClipboard {
  /** What the panel holds: what the guest copied last, or what was typed there. */
  text: string;
  setText: (text: string) => void;
  /** The guest copied something: it goes into this computer's clipboard, where the browser lets it. */
  onGuestCopied: (text: string) => void;
  /** What this computer's clipboard holds, where the page may read it unasked and it is new; else null. */
  takeLocal: () => Promise<string | null>;
}

/** The clipboard that a guest and this computer share, as far as the browser allows. */
export function useGuestClipboard(): GuestClipboard {
  const [text, setText] = useState("");
  const [shared, setShared] = useState<string | null>(null);
  return {
    text,
    setText,
    onGuestCopied: (copied) => {
      setText(copied);
      setShared(copied);
      // Refused without TLS, or while the page has not the focus: the panel holds it then.
      navigator.clipboard?.writeText(copied).catch(() => undefined);
    },
    takeLocal: async () => {
      if (!(await mayReadUnasked())) return null;
      const local = await navigator.clipboard.readText().catch(() => "");
      if (local === "" || local === shared) return null;
      setShared(local);
      return local;
    },
  };
}

/** Whether reading the clipboard makes the browser ask nothing. Only some browsers tell. */
async function mayReadUnasked(): Promise<boolean> {
  try {
    const name = "clipboard-read" as PermissionName;
    return (await navigator.permissions.query({ name })).state === "granted";
  } catch {
    return false;
  }
}
