"use client";

import { useSyncExternalStore } from "react";
import { themeChanged, themeChosen, themeKey } from "./theme-events";

export interface ThemeState {
  /** What was chosen for this browser: "light", "dark", or "system". */
  theme: string;
  isDark: boolean;
  choose(theme: string): void;
}

/** The page's theme, which the script of the markup sets (`themeScript`). */
export function useTheme(): ThemeState {
  const theme = useSyncExternalStore(onChange, chosenTheme, () => "system");
  const isDark = useSyncExternalStore(onChange, isPageDark, () => false);
  return { theme, isDark, choose };
}

function onChange(listener: () => void): () => void {
  window.addEventListener(themeChanged, listener);
  return () => window.removeEventListener(themeChanged, listener);
}

function chosenTheme(): string {
  try {
    return localStorage.getItem(themeKey) ?? "system";
  } catch {
    // A browser that keeps nothing for pages refuses to be asked.
    return "system";
  }
}

function isPageDark(): boolean {
  return document.documentElement.classList.contains("dark");
}

function choose(theme: string): void {
  localStorage.setItem(themeKey, theme);
  window.dispatchEvent(new Event(themeChosen));
}
