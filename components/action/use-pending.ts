"use client";

import { useCallback, useSyncExternalStore } from "react";
import { pendingActions } from "./perform";

/** What this page has under way with a VM, in words; null where nothing is. */
export function usePendingAction(key: string): string | null {
  const subscribe = useCallback((listener: () => void) => pendingActions.on(key, listener), [key]);
  return useSyncExternalStore(
    subscribe,
    () => pendingActions.of(key),
    () => null,
  );
}
