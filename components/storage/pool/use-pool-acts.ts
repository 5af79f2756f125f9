"use client";

import { api } from "@/components/data/api";
import { useToldAction } from "@/components/data/use-told-action";
import { autostartWords } from "@/components/fleet/autostart-words";

/** What can be done to a pool at once, without a question. */
export interface PoolActs {
  start(): void;
  refresh(): void;
  setAutostart(autostart: boolean): void;
}

/** Does it, and says how it went. */
export function usePoolActs(hostId: string, pool: string): PoolActs {
  const start = useToldAction(api.storage.startPool.mutationOptions(), () => ({
    subject: pool,
    label: "Start",
    done: "It is running.",
  }));
  const refresh = useToldAction(api.storage.refreshPool.mutationOptions(), () => ({
    subject: pool,
    label: "Refresh",
    done: "It was refreshed.",
  }));
  const setAutostart = useToldAction(api.storage.setPoolAutostart.mutationOptions(), ({ autostart }) =>
    autostartWords(pool, autostart),
  );
  return {
    start: () => start.run({ hostId, pool }),
    refresh: () => refresh.run({ hostId, pool }),
    setAutostart: (autostart) => setAutostart.run({ hostId, pool, autostart }),
  };
}
