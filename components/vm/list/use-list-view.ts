"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useSession } from "@/components/data/session";
import { type ListView, readView, viewAt, writeView } from "./list-view";

const writeAfter = 400;

/** What the list shows, kept in the page's address too, so that it can be shared and gone back to. */
export function useListView(): [ListView, (view: ListView) => void] {
  const pathname = usePathname();
  const search = useSearchParams();
  const chosen = useSession()?.vmView ?? null;
  const [view, setView] = useState<ListView>(() => viewAt(search, chosen));
  // A bare address is the plain view to who has chosen none to open with.
  const asked = search.size === 0 ? "" : writeView(readView(search), chosen);
  const written = useRef(asked);

  // A link elsewhere on the page leads here with another view.
  useEffect(() => {
    if (asked === written.current) return;
    written.current = asked;
    setView(viewAt(new URLSearchParams(asked), chosen));
  }, [asked, chosen]);

  useEffect(() => {
    const text = writeView(view, chosen);
    if (text === written.current) return;
    const write = () => {
      if (written.current === text) return;
      written.current = text;
      window.history.replaceState(null, "", `${pathname}${text}`);
    };
    // Only typing has to wait for its end. Once the focus moves on, somebody may be on the way to another page, and
    // a word to the router would call them back.
    if (!(document.activeElement instanceof HTMLInputElement)) return write();
    const timer = setTimeout(write, writeAfter);
    window.addEventListener("focusout", write);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("focusout", write);
    };
  }, [view, chosen, pathname]);

  return [view, setView];
}
