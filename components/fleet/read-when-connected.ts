import { readFailedAgain } from "@/components/data/query-client";
import type { FleetStore } from "./fleet-store";

/** Has what could not be read of a host read anew once it is connected, until the returned function is called. */
export function readWhenConnected(store: FleetStore): () => void {
  let before = connectedHosts(store);
  return store.hostChanges.add(() => {
    const now = connectedHosts(store);
    for (const id of now) if (!before.has(id)) readFailedAgain(id);
    before = now;
  });
}

function connectedHosts(store: FleetStore): ReadonlySet<string> {
  const connected = store.allHosts().filter(({ connection }) => connection === "connected");
  return new Set(connected.map(({ id }) => id));
}
