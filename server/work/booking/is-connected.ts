import type { Fleet } from "../../fleet/fleet";

/** Whether it is known which VMs of a host run. */
export function isConnected(fleet: Pick<Fleet, "hostSummaries">, hostId: string): boolean {
  return fleet.hostSummaries().some(({ id, connection }) => id === hostId && connection === "connected");
}
