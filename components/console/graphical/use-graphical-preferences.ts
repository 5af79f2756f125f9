"use client";

import { useState } from "react";
import {
  type GraphicalPreferences,
  keepGraphicalPreferences,
  readGraphicalPreferences,
} from "./graphical-preferences";

export type ChangeGraphicalPreferences = (change: Partial<GraphicalPreferences>) => void;

/** The preferences, and how to change some of them. Only in the browser. */
export function useGraphicalPreferences(): [GraphicalPreferences, ChangeGraphicalPreferences] {
  const [preferences, setPreferences] = useState(() => readGraphicalPreferences(window.localStorage));
  const change = (part: Partial<GraphicalPreferences>) => {
    const changed = { ...preferences, ...part };
    setPreferences(changed);
    keepGraphicalPreferences(window.localStorage, changed);
  };
  return [preferences, change];
}
