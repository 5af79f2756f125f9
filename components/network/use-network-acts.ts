"use client";

import { api } from "@/components/data/api";
import { trpc } from "@/components/data/client";
import { useToldAction } from "@/components/data/use-told-action";
import { autostartWords } from "@/components/fleet/autostart-words";
import { jobDone } from "@/components/job/job-done";
import type { NetworkSummary } from "@/server/network/network.schema";

/** What can be done to a network at once, without a question. */
export interface NetworkActs {
  start(): void;
  setAutostart(autostart: boolean): void;
}

/** Does it, and says how it went. */
export function useNetworkActs(hostId: string, { uuid, name }: NetworkSummary): NetworkActs {
  const start = useToldAction(
    { mutationFn: () => trpc.network.start.mutate({ hostId, uuid }).then(jobDone) },
    () => ({ subject: name, label: "Start", done: "It is running." }),
  );
  const setAutostart = useToldAction(api.network.setAutostart.mutationOptions(), ({ autostart }) =>
    autostartWords(name, autostart),
  );
  return {
    start: () => start.run(undefined),
    setAutostart: (autostart) => setAutostart.run({ hostId, uuid, autostart }),
  };
}
