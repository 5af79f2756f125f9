import type { Fleet } from "../../fleet/fleet";
import { isActive } from "../../fleet/read-vm";
import type { VmSummary } from "../../fleet/schema";
import type { Connection } from "../../libvirt/connection";
import { loadNetworks } from "../../network/load-networks";
import type { NetworkSummary } from "../../network/network.schema";
import { usersOfNetwork } from "../../network/network-users.schema";
import type { NetworkReference } from "./on-network";

/** VMs that have network cards on a network. */
export async function usersOf(
  fleet: Pick<Fleet, "vmsOf">,
  reference: NetworkReference,
  connection: Connection,
): Promise<VmSummary[]> {
  const network = await summaryOf(reference, connection);
  const vms = fleet.vmsOf(reference.hostId).map(({ summary }) => summary);
  return network === undefined ? [] : usersOfNetwork(network, vms);
}

/** A network as lists show it. */
export async function summaryOf(
  { uuid }: NetworkReference,
  connection: Connection,
): Promise<NetworkSummary | undefined> {
  return (await loadNetworks(connection)).find((network) => network.uuid === uuid.toLowerCase());
}

/** "the VMs a, b and c" */
export function namesOf(vms: readonly VmSummary[]): string {
  const names = vms.map(({ name }) => name);
  const last = names.pop() ?? "";
  return names.length === 0 ? `the VM ${last}` : `the VMs ${names.join(", ")} and ${last}`;
}

/** Of VMs those that run. */
export function runningOf(vms: readonly VmSummary[]): VmSummary[] {
  return vms.filter(({ state }) => isActive(state));
}

/** Why a network is not deleted; null where no VM is on it. */
export function whyNotDelete(users: readonly VmSummary[]): string | null {
  return users.length === 0
    ? null
    : `${sentence(namesOf(users))} could not start without it. Move their network cards to another network first.`;
}

/** Words as they begin a sentence. */
export function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
