import type { Fleet } from "../../fleet/fleet";
import { isActive } from "../../fleet/read-vm";
import { loadNetworks } from "../../network/load-networks";
import { type OnCard, onCard } from "./on-card";

/** What hangs on a network card of a host by macvtap; null where libvirt can't be asked. */
export async function readOnCard(fleet: Fleet, hostId: string, device: string): Promise<OnCard | null> {
  const summary = fleet.hostSummaries().find(({ id }) => id === hostId);
  if (summary?.connection !== "connected") return null;
  const networks = await fleet.host(hostId).run("Networks of a card", loadNetworks);
  const vms = fleet.vmsOf(hostId).map(({ summary: { name, state, interfaces } }) => ({
    name,
    runs: isActive(state),
    sources: interfaces.map(({ source }) => source),
  }));
  return onCard(device, vms, networks);
}
