"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { type ListView, readView, writeView } from "./list-view";

const writeAfter = 400;

/** What the list shows, kept in the page's address too, so that it can be shared and gone back to. */
export function useListView(): [ListView, (view: ListView) => void] {
  const pathname = usePathname();
  const search = useSearchParams();
  const [view, setView] = useState<ListView>(() => readView(search));
  const written = useRef(writeView(view));

  // A link elsewhere on the page leads here with another view.
  const asked = writeView(readView(search));
  useEffect(() => {
    if (asked === written.current) return;
    written.current = asked;
    setView(readView(new URLSearchParams(asked)));
  }, [asked]);

  useEffect(() => {
    const text = writeView(view);
    if (text === written.current) return;
    const timer = setTimeout(() => {
      written.current = text;
      window.history.replaceState(null, "", `${pathname}${text}`);
    }, writeAfter);
    return () => clearTimeout(timer);
  }, [view, pathname]);

  return [view, setView];
}
