import { AppError } from "../errors";
import type { Connection } from "../libvirt/connection";
import { ConnectionError, LibvirtError } from "../libvirt/errors";
import { interfaceAddressesSource, listNetworksFlags } from "../libvirt/protocol/constants.gen";
import type { VmRecord } from "./read-vm";

/** An agent that hangs must not keep the others' addresses from being told. */
const agentTimeoutMs = 2000;

/** By what addresses are asked for. */
export interface AddressLines {
  connection: Connection;
  /** For what guest agents are asked. */
  agents: Pick<Connection, "call">;
}

/**
 * IP addresses by VM id, for VMs that have any: leases of libvirt's networks first, else what the guest agent says, else
 * what the host itself knows of its neighbours.
 * @param neighbours Addresses by MAC address; null where the host's files can't be read, and so libvirt is asked for each VM.
 */
export async function loadAddresses(
  lines: AddressLines,
  vms: VmRecord[],
  neighbours: ReadonlyMap<string, string[]> | null,
): Promise<Map<string, string[]>> {
  const byMac = await loadLeases(lines.connection);
  const found = vms.map(async (vm): Promise<[string, string[]]> => {
    const leased = addressesOf(vm, byMac);
    return [vm.summary.id, leased.length > 0 ? leased : await ask(lines, vm, neighbours)];
  });
  return new Map(await Promise.all(found));
}

/** All leases of all active networks: two calls and one more a network, however many VMs there are. */
async function loadLeases(connection: Connection): Promise<Map<string, string[]>> {
  const byMac = new Map<string, string[]>();
  const { nets } = await connection.call("connect_list_all_networks", {
    need_results: 1,
    flags: listNetworksFlags.ACTIVE,
  });
  for (const net of nets) {
    const leases = await connection
      .call("network_get_dhcp_leases", { net, mac: null, need_results: 1, flags: 0 })
      .catch(none);
    for (const { mac, ipaddr } of leases?.leases ?? []) {
      if (mac !== null) byMac.set(mac.toLowerCase(), [...(byMac.get(mac.toLowerCase()) ?? []), ipaddr]);
    }
  }
  return byMac;
}

function addressesOf({ definition }: VmRecord, byMac: ReadonlyMap<string, string[]>): string[] {
  return definition.interfaces.flatMap(({ mac }) => byMac.get(mac.toLowerCase()) ?? []);
}

async function ask(
  { connection, agents }: AddressLines,
  vm: VmRecord,
  neighbours: ReadonlyMap<string, string[]> | null,
): Promise<string[]> {
  const { guestAgent, interfaces } = vm.definition;
  const { AGENT, ARP } = interfaceAddressesSource;
  const told = guestAgent === "connected" ? await addressesBy(agents, vm, AGENT) : [];
  if (told.length > 0 || interfaces.length === 0) return told;
  return neighbours === null ? addressesBy(connection, vm, ARP) : addressesOf(vm, neighbours);
}

async function addressesBy(line: Pick<Connection, "call">, vm: VmRecord, source: number): Promise<string[]> {
  const answer = await line
    .call("domain_interface_addresses", { dom: vm.handle, source, flags: 0 }, { timeoutMs: agentTimeoutMs })
    .catch(none);
  const addresses = (answer?.ifaces ?? []).flatMap((iface) => iface.addrs.map(({ addr }) => addr));
  return addresses.filter((address) => !isLocal(address));
}

/** Loopback and link-local addresses tell nobody how to reach a guest. */
function isLocal(address: string): boolean {
  return address.startsWith("127.") || address === "::1" || /^fe[89ab]/i.test(address);
}

/** A driver without leases, an agent that does not answer, or none of which the turn comes: no address is known. */
function none(error: unknown): null {
  if (error instanceof LibvirtError || error instanceof ConnectionError) return null;
  if (error instanceof AppError && error.code === "timed-out") return null;
  throw error;
}
