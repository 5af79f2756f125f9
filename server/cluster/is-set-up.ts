import type { Ability } from "../host/ability";
import type { HostTree } from "../host/host-tree";

/** Whether a host was made a node of a cluster, whether or not that runs: what its package came with names this machine alone. */
export async function isSetUp({ value: tree }: Ability<HostTree>): Promise<boolean> {
  const text = await tree?.readText("etc/corosync/corosync.conf").catch(() => null);
  if (text === null || text === undefined) return false;
  const addresses = [...text.matchAll(/^\s*ring0_addr:\s*(\S+)/gm)].map(([, address]) => address);
  return addresses.some((address) => address !== "127.0.0.1" && address !== "localhost");
}
