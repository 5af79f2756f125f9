"use client";

import { useEffect, useState } from "react";

/** A value once it has not changed for so many milliseconds; values with the same JSON are the same. */
export function useSettled<Value>(value: Value, pause: number): Value {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `text` stands for `value`, which is another object each time.
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [text, pause]);
  return JSON.stringify(settled) === text ? value : settled;
}
