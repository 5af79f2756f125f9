"use client";

import { useEffect } from "react";

/**
 * Names the browser's tab as long as the calling component is there. The router writes the route's own title at a
 * time of its choosing, after that too, so the head is watched.
 */
export function usePageTitle(title: string): void {
  useEffect(() => {
    const wanted = `${title} · Passdeck`;
    const write = () => {
      if (document.title !== wanted) document.title = wanted;
    };
    write();
    const observer = new MutationObserver(write);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [title]);
}
