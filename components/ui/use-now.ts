"use client";

import { useEffect, useState } from "react";

/**
 * The time, Unix milliseconds, renewed every `seconds`, for words like "3 min ago".
 * @param held What is held against it: when another one comes, the time is renewed at once.
 */
export function useNow(seconds: number, held?: unknown): number {
  const [now, setNow] = useState(() => Date.now());
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is why the time is renewed.
  useEffect(() => {
    const renew = () => setNow(Date.now());
    renew();
    const timer = setInterval(renew, seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds, held]);
  return now;
}
