"use client";

import { useState } from "react";
import { boundedFontSize, type ConsolePreferences, keepPreferences, readPreferences } from "./preferences";

/** The preferences, and how to change some of them. Only in the browser. */
export function usePreferences(): [ConsolePreferences, (change: Partial<ConsolePreferences>) => void] {
  const [preferences, setPreferences] = useState(() => readPreferences(window.localStorage));
  const change = (part: Partial<ConsolePreferences>) => {
    const changed = { ...preferences, ...part };
    const bounded = { ...changed, fontSize: boundedFontSize(changed.fontSize) };
    setPreferences(bounded);
    keepPreferences(window.localStorage, bounded);
  };
  return [preferences, change];
}
