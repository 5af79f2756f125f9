import type { Connection } from "../libvirt/connection";
import { listNetworksFlags, listStoragePoolsFlags } from "../libvirt/protocol/constants.gen";
import { formatVersion, refuseTooOld } from "./connect-problem";
import type { HostSummary } from "./schema";

export type LibvirtFacts = Pick<
  HostSummary,
  "name" | "libvirtVersion" | "hypervisor" | "cpuModel" | "cpus" | "memoryBytes" | "networks" | "pools"
>;

/** What libvirt says of the host itself. Throws TooOldError where its version is too old for Passdeck. */
export async function loadLibvirtFacts(connection: Connection): Promise<LibvirtFacts> {
  const library = await connection.call("connect_get_lib_version");
  refuseTooOld(Number(library.lib_ver));
  const [hostname, type, version, node, resources] = await Promise.all([
    connection.call("connect_get_hostname"),
    connection.call("connect_get_type"),
    connection.call("connect_get_version"),
    connection.call("node_get_info"),
    loadResources(connection),
  ]);
  return {
    name: hostname.hostname,
    libvirtVersion: formatVersion(Number(library.lib_ver)),
    hypervisor: `${type.type} ${formatVersion(Number(version.hv_ver))}`,
    cpuModel: textOf(node.model) || null,
    cpus: node.cpus,
    memoryBytes: Number(node.memory) * 1024,
    ...resources,
  };
}

/** The host's networks and storage pools by name, and which of them are active. */
export async function loadResources(
  connection: Connection,
): Promise<Pick<LibvirtFacts, "networks" | "pools">> {
  const networks = async (flags: number) =>
    (await connection.call("connect_list_all_networks", { need_results: 1, flags })).nets;
  const pools = async (flags: number) =>
    (await connection.call("connect_list_all_storage_pools", { need_results: 1, flags })).pools;
  const [allNetworks, activeNetworks, allPools, activePools] = await Promise.all([
    networks(0),
    networks(listNetworksFlags.ACTIVE),
    pools(0),
    pools(listStoragePoolsFlags.ACTIVE),
  ]);
  return { networks: withState(allNetworks, activeNetworks), pools: withState(allPools, activePools) };
}

function withState(all: { name: string }[], running: { name: string }[]): LibvirtFacts["networks"] {
  const names = new Set(running.map((item) => item.name));
  return all
    .map(({ name }) => ({ name, active: names.has(name) }))
    .sort((left, right) => left.name.localeCompare(right.name));
}

/** A `char model[32]`: one number a character, ended by a zero. */
function textOf(characters: readonly number[]): string {
  const end = characters.indexOf(0);
  return String.fromCharCode(...(end < 0 ? characters : characters.slice(0, end))).trim();
}
