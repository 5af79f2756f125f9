"use client";

import { useSyncExternalStore } from "react";
import { type Upload, uploadBoard } from "./upload-board";

const none: readonly Upload[] = [];

/** The uploads of this tab, live. */
export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(uploadBoard.changes.add, uploadBoard.all, () => none);
}
