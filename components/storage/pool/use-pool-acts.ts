"use client";

import { api } from "@/components/data/api";
import { trpc } from "@/components/data/client";
import { useToldAction } from "@/components/data/use-told-action";
import { autostartWords } from "@/components/fleet/autostart-words";
import { jobDone } from "@/components/job/job-done";

/** What can be done to a pool at once, without a question. */
export interface PoolActs {
  refresh(): void;
  setAutostart(autostart: boolean): void;
}

/** Does it, and says how it went. */
export function usePoolActs(hostId: string, pool: string): PoolActs {
  const refresh = useToldAction(
    { mutationFn: () => trpc.storage.refreshPool.mutate({ hostId, pool }).then(jobDone) },
    () => ({ subject: pool, label: "Refresh", done: "It was refreshed." }),
  );
  const setAutostart = useToldAction(api.storage.setPoolAutostart.mutationOptions(), ({ autostart }) =>
    autostartWords(pool, autostart),
  );
  return {
    refresh: () => refresh.run(undefined),
    setAutostart: (autostart) => setAutostart.run({ hostId, pool, autostart }),
  };
}
