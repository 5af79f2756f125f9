import { trpc } from "@/components/data/client";
import { takeEarly } from "@/components/data/early-socket";
import { leaveWhenSignedOut } from "@/components/data/signed-out";
import type { FleetMessage } from "@/server/fleet/schema";
import { FleetStore } from "./fleet-store";
import { readWhenConnected } from "./read-when-connected";

/** The fleet as this page knows it. Empty on the server, where nothing ever starts the watch. */
export const fleetStore = new FleetStore();

/** A page that slept longer than this may have missed a close of its socket. */
const nap = 30_000;
const retryAfter = 2_000;

/**
 * Keeps `fleetStore` up to date over one subscription until the returned function is called. After a gap, an
 * error, a nap of the page or a return of the network it subscribes anew, and so gets a snapshot.
 */
export function startFleetWatch(): () => void {
  let stopSubscription = () => {};
  let retry: ReturnType<typeof setTimeout> | undefined;
  let hiddenSince: number | null = null;

  const subscribe = () => {
    clearTimeout(retry);
    stopSubscription();
    stopSubscription = subscribeOnce(
      () => queueMicrotask(subscribe),
      () => {
        clearTimeout(retry);
        retry = setTimeout(subscribe, retryAfter);
      },
    );
  };
  const onVisibility = () => {
    if (document.visibilityState === "hidden") {
      hiddenSince = Date.now();
      return;
    }
    if (hiddenSince !== null && Date.now() - hiddenSince > nap) subscribe();
    hiddenSince = null;
  };

  const stopReading = readWhenConnected(fleetStore);
  for (const message of takeEarly()) fleetStore.apply(message as FleetMessage);
  subscribe();
  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("online", subscribe);
  return () => {
    clearTimeout(retry);
    stopSubscription();
    stopReading();
    document.removeEventListener("visibilitychange", onVisibility);
    window.removeEventListener("online", subscribe);
  };
}

function subscribeOnce(onGap: () => void, onEnd: () => void): () => void {
  let stopped = false;
  let failures = 0;
  const subscription = trpc.fleet.watch.subscribe(undefined, {
    onData(message) {
      if (stopped) return;
      failures = 0;
      if (!fleetStore.apply(message)) onGap();
    },
    onConnectionStateChange({ state, error }) {
      if (stopped || state !== "connecting" || error === null) return;
      fleetStore.setLink("lost");
      failures += 1;
      // A refused upgrade looks like a dead server from here; ask over HTTP, which tells a 401 apart.
      if (failures > 1) void leaveIfSignedOut();
    },
    onError() {
      if (stopped) return;
      fleetStore.setLink("lost");
      void leaveIfSignedOut();
      onEnd();
    },
    onComplete() {
      if (!stopped) onEnd();
    },
  });
  return () => {
    stopped = true;
    subscription.unsubscribe();
  };
}

async function leaveIfSignedOut(): Promise<void> {
  try {
    const { user } = await trpc.session.state.query();
    if (user === null) leaveWhenSignedOut();
  } catch {
    // Not reached either: the link is down, and the banner says so.
  }
}
