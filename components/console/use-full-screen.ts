"use client";

import { useEffect, useState } from "react";

/** Chromium's keyboard lock: without it Escape leaves full screen instead of reaching the guest. */
interface WithKeyboardLock {
  keyboard?: { lock(keys: string[]): Promise<void>; unlock(): void };
}

export interface FullScreen {
  active: boolean;
  toggle: () => void;
}

/**
 * Whether the page has the whole screen. The whole page takes it, so that menus and hints still show: what is to fill
 * it has to lay itself over the rest.
 */
export function useFullScreen(): FullScreen {
  const [active, setActive] = useState(false);
  useEffect(() => {
    const update = () => setActive(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", update);
    return () => {
      document.removeEventListener("fullscreenchange", update);
      if (document.fullscreenElement !== null) void document.exitFullscreen();
    };
  }, []);
  return { active, toggle: () => void (active ? document.exitFullscreen() : enter()) };
}

async function enter(): Promise<void> {
  await document.documentElement.requestFullscreen();
  const { keyboard } = navigator as Navigator & WithKeyboardLock;
  await keyboard?.lock(["Escape"]);
}
