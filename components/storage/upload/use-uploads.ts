"use client";

import { useSyncExternalStore } from "react";
import type { Upload } from "./upload-store";
import { uploadStore } from "./uploads";

const none: readonly Upload[] = [];

/** The uploads of this tab, live. */
export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(uploadStore.changes.add, uploadStore.all, () => none);
}
