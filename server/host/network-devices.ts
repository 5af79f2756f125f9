import type { HostTree } from "./host-tree";

/** A network device of the host. */
export interface NetworkDevice {
  name: string;
  /** VMs can be put onto it as onto a switch. */
  bridge: boolean;
}

const folder = "sys/class/net";

/** All but the loopback and what VMs themselves brought along (tap devices). */
export async function readNetworkDevices(tree: HostTree): Promise<NetworkDevice[]> {
  const names = (await tree.list(folder)).filter((name) => name !== "lo" && name !== "bonding_masters");
  const files = await tree.readMany({
    presence: names.flatMap((name) => [`${folder}/${name}/bridge`, `${folder}/${name}/tun_flags`]),
  });
  return names
    .filter((name) => !files.has(`${folder}/${name}/tun_flags`))
    .map((name) => ({ name, bridge: files.has(`${folder}/${name}/bridge`) }));
}
