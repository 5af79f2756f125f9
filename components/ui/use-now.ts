"use client";

import { useEffect, useState } from "react";

/** The time, Unix milliseconds, renewed every `seconds`, for words like "3 min ago". */
export function useNow(seconds: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return now;
}
