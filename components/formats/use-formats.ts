"use client";

import { useSyncExternalStore } from "react";
import type { Formats } from "@/server/access/formats/page-formats.schema";
import { onFormatsChange, pageFormats } from "./page-formats";

/**
 * The page's formats; whoever asks is drawn anew when others are chosen, with all that it draws. They are chosen in My
 * account alone, so that other pages, which come later, need not ask.
 */
export function useFormats(): Formats {
  return useSyncExternalStore(onFormatsChange, pageFormats, pageFormats);
}
