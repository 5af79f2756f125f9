import { api } from "@/components/data/api";
import { keepSubscribed } from "@/components/data/keep-subscribed";
import type { StatisticsStore } from "./statistics-store";

/** Fills `store` with a host's figures while the page can be seen, until the returned function is called. */
export function watchStatistics(store: StatisticsStore, hostId: string, intervalSeconds: 2 | 5): () => void {
  let complete = true;
  return keepSubscribed(api.statistics.watch.subscriptionOptions({ hostId, intervalSeconds }), {
    // Also after a reconnect, of which nothing else tells: what comes next is complete again.
    onStarted: () => {
      complete = true;
    },
    onData(sample) {
      store.apply(sample, complete);
      complete = false;
    },
  });
}
