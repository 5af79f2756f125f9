import type { Fleet } from "../../fleet/fleet";
import type { VmSummary } from "../../fleet/schema";
import type { Connection } from "../../libvirt/connection";
import { loadNetworks } from "../../network/load-networks";
import type { NetworkSummary } from "../../network/network.schema";
import { usersOfNetwork } from "../../network/network-users.schema";
import type { NetworkReference } from "./on-network";

/** VMs that have network cards on a network. */
export async function usersOf(
  fleet: Fleet,
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
