import type { Fleet } from "../../fleet/fleet";
import type { HostSummary } from "../../fleet/schema";
import type { HostBook } from "./host-book";

/**
 * Calls `connected` each time a host that was added has been connected to: it may have been started anew meanwhile. Until the
 * returned function is called.
 */
export function followConnections(
  fleet: Pick<Fleet, "watch">,
  book: Pick<HostBook, "has">,
  connected: (hostId: string) => void,
): () => void {
  const standing = new Set<string>();
  const heed = ({ id, connection }: HostSummary) => {
    if (connection !== "connected") standing.delete(id);
    else if (!standing.has(id) && book.has(id)) {
      standing.add(id);
      connected(id);
    }
  };
  return fleet.watch((message) => message.hosts.forEach(heed));
}
