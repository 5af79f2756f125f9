"use client";

import { useEffect, useState } from "react";
import { errorText } from "@/components/data/error-text";
import { whileVisible } from "@/components/data/while-visible";

export interface Answer<T> {
  /** undefined until there is one; the last one while a further question is on its way. */
  data: T | undefined;
  /** Why the last question was not answered. */
  problem: string | null;
}

/**
 * Asks the server, and again every so many milliseconds while the page can be seen.
 * @param key Stands for what is asked: another one is another question. null asks nothing.
 * @param interval null: once.
 */
export function useAnswer<T>(
  key: string | null,
  ask: () => Promise<T>,
  interval: number | null = null,
): Answer<T> {
  const [known, setKnown] = useState<Answer<T> & { key: string | null }>(nothing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `ask`, which is another function each time.
  useEffect(() => {
    if (key === null) return;
    return whileVisible(() => {
      let over = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const once = async () => {
        try {
          const data = await ask();
          if (!over) setKnown({ key, data, problem: null });
        } catch (error) {
          const problem = errorText(error);
          if (!over)
            setKnown((before) => ({ key, data: before.key === key ? before.data : undefined, problem }));
        }
        if (!over && interval !== null) timer = setTimeout(() => void once(), interval);
      };
      void once();
      return () => {
        over = true;
        clearTimeout(timer);
      };
    });
  }, [key, interval]);
  return known.key === key ? known : nothing;
}

const nothing = { key: null, data: undefined, problem: null };
