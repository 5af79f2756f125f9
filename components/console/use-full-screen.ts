"use client";

import { useEffect, useState } from "react";

/** Chromium's keyboard lock: without it Escape leaves full screen instead of reaching the guest. */
interface WithKeyboardLock {
  keyboard?: { lock(keys: string[]): Promise<void>; unlock(): void };
}

const escapeOnly = ["Escape"];

export interface FullScreen {
  active: boolean;
  toggle: () => void;
}

/**
 * Whether the page has the whole screen. The whole page takes it, so that menus and hints still show: what is to fill
 * it has to lay itself over the rest.
 * @param lockedKeys the keys that the page gets then, where the browser can do that; none stands for all of them
 */
export function useFullScreen(lockedKeys: readonly string[] = escapeOnly): FullScreen {
  const [active, setActive] = useState(false);
  useEffect(() => {
    const update = () => setActive(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", update);
    return () => {
      document.removeEventListener("fullscreenchange", update);
      if (document.fullscreenElement !== null) void document.exitFullscreen();
    };
  }, []);
  return { active, toggle: () => void (active ? document.exitFullscreen() : enter(lockedKeys)) };
}

async function enter(lockedKeys: readonly string[]): Promise<void> {
  await document.documentElement.requestFullscreen();
  const { keyboard } = navigator as Navigator & WithKeyboardLock;
  await keyboard?.lock([...lockedKeys]);
}
