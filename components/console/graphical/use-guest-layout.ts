"use client";

import { useMemo } from "react";
import { LayoutMap } from "./keyboard/layout-map";
import { keyboardLayouts } from "./keyboard/layouts";

/** Where the layout called `id` has its characters; null for no layout. */
export function useGuestLayout(id: string | null): LayoutMap | null {
  return useMemo(() => {
    const layout = keyboardLayouts.find((one) => one.id === id);
    return layout === undefined ? null : new LayoutMap(layout);
  }, [id]);
}
