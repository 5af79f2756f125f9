"use client";

import { useEffect, useState } from "react";

const signs = ["pointermove", "pointerdown", "keydown", "focusin", "scroll"] as const;

/** Whether somebody is at the page: from the first sign of it on, so that what is wanted next can be fetched. */
export function useAttended(): boolean {
  const [attended, setAttended] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const notice = () => {
      setAttended(true);
      listening.abort();
    };
    for (const sign of signs)
      window.addEventListener(sign, notice, { signal: listening.signal, passive: true });
    return () => listening.abort();
  }, []);
  return attended;
}
