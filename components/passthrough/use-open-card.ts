"use client";

import { useSearchParams } from "next/navigation";
import { useCallback } from "react";

/** The address in `?card=`, which stands for the card that is open; and how to open another, or none. */
export function useOpenCard(): [string | null, (address: string | null) => void] {
  const search = useSearchParams();
  const open = useCallback((address: string | null) => {
    const { pathname, search: now } = window.location;
    const wanted = new URLSearchParams(now);
    if (address === null) wanted.delete("card");
    else wanted.set("card", address);
    // A PCI address is easier to read, and as valid, with its colons.
    const text = wanted.toString().replaceAll("%3A", ":");
    if (`?${text}` !== now) window.history.pushState(null, "", `${pathname}${text === "" ? "" : `?${text}`}`);
  }, []);
  return [search.get("card"), open];
}
