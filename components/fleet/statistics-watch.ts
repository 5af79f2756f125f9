import { trpc } from "@/components/data/client";
import { whileVisible } from "@/components/data/while-visible";
import type { StatisticsStore } from "./statistics-store";

/** Fills `store` with a host's figures while the page can be seen, until the returned function is called. */
export function watchStatistics(store: StatisticsStore, hostId: string, intervalSeconds: 2 | 5): () => void {
  return whileVisible((again) => {
    let complete = true;
    const subscription = trpc.statistics.watch.subscribe(
      { hostId, intervalSeconds },
      {
        // Also after a reconnect, of which nothing else tells: what comes next is complete again.
        onStarted: () => {
          complete = true;
        },
        onData(sample) {
          store.apply(sample, complete);
          complete = false;
        },
        onError: again,
        onComplete: again,
      },
    );
    return () => subscription.unsubscribe();
  });
}
