"use client";

import { api } from "@/components/data/api";
import { useToldAction } from "@/components/data/use-told-action";
import { autostartWords } from "@/components/fleet/autostart-words";
import type { NetworkSummary } from "@/server/network/network.schema";

/** What can be done to a network at once, without a question. */
export interface NetworkActs {
  start(): void;
  setAutostart(autostart: boolean): void;
}

/** Does it, and says how it went. */
export function useNetworkActs(hostId: string, { uuid, name }: NetworkSummary): NetworkActs {
  const start = useToldAction(api.network.start.mutationOptions(), () => ({
    subject: name,
    label: "Start",
    done: "It is running.",
  }));
  const setAutostart = useToldAction(api.network.setAutostart.mutationOptions(), ({ autostart }) =>
    autostartWords(name, autostart),
  );
  return {
    start: () => start.run({ hostId, uuid }),
    setAutostart: (autostart) => setAutostart.run({ hostId, uuid, autostart }),
  };
}
