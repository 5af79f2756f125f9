/** What is looked at of a VM: its network cards, as "network default" or "bridge br0". */
interface WithInterfaces {
  interfaces: readonly { source: string; filter: string | null }[];
}

/** VMs that are on a network: by its name, or straight on the bridge that libvirt made for it. */
export function usersOfNetwork<Vm extends WithInterfaces>(
  network: { name: string; bridge: string | null; mode: string },
  vms: readonly Vm[],
): Vm[] {
  const sources = new Set([`network ${network.name}`]);
  // A bridge of the host is there without the network, too.
  if (network.bridge !== null && network.mode !== "bridge") sources.add(`bridge ${network.bridge}`);
  return vms.filter(({ interfaces }) => interfaces.some(({ source }) => sources.has(source)));
}

/** VMs with a network card whose packets pass the filter of this name. */
export function usersOfFilter<Vm extends WithInterfaces>(name: string, vms: readonly Vm[]): Vm[] {
  return vms.filter(({ interfaces }) => interfaces.some(({ filter }) => filter === name));
}
