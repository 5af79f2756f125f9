"use client";

import { useEffect, useRef } from "react";
import type { Reading } from "./reading";

/**
 * Asks again whenever `stamp` is another one: something live on which the answer depends, but which is not part of the
 * question. An answer that is on its way is dropped for the new one.
 */
export function useRefetchOn(
  stamp: unknown,
  { refetch, isEnabled }: Pick<Reading<unknown>, "refetch"> & { isEnabled: boolean },
): void {
  const last = useRef(stamp);
  useEffect(() => {
    if (Object.is(last.current, stamp)) return;
    last.current = stamp;
    if (isEnabled) void refetch();
  }, [stamp, isEnabled, refetch]);
}
