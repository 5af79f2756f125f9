import { distributionFamily } from "../../host/distribution";
import type { HostTree } from "../../host/host-tree";
import type { HostNetworking, InterfacesFile, NetworkManager } from "./host-network.schema";

type Manager = Pick<HostNetworking, "manager" | "managerSeen" | "proxmox">;

/** What configures the host's network: by the files that each leaves, else what its distribution comes with. */
export async function findManager(tree: HostTree, interfaces: readonly InterfacesFile[]): Promise<Manager> {
  const files = await tree.readMany({
    texts: ["etc/os-release"],
    folders: ["etc/netplan", "etc/systemd/network", "run/systemd/netif/links"],
    presence: ["etc/pve", "run/NetworkManager/devices"],
    skipForbidden: true,
  });
  const proxmox = files.has("etc/pve");
  const family = distributionFamily(files.text("etc/os-release") ?? "", proxmox ? "proxmox" : null);
  const has = (place: string, ending: string) => files.names(place).some((name) => name.endsWith(ending));
  const signs: [boolean, NetworkManager][] = [
    [family === "nixos", "nixos"],
    [interfaces.some(configuresDevice), "ifupdown"],
    [has("etc/netplan", ".yaml"), "netplan"],
    [files.has("run/NetworkManager/devices"), "NetworkManager"],
    [has("etc/systemd/network", ".network"), "systemd-networkd"],
    [files.names("run/systemd/netif/links").length > 0, "systemd-networkd"],
  ];
  const seen = signs.find(([there]) => there)?.[1];
  const usual =
    family === "debian" || family === "proxmox" || family === "alpine" ? "ifupdown" : "NetworkManager";
  return { manager: seen ?? usual, managerSeen: seen !== undefined, proxmox };
}

/** Debian's installer leaves a file with the loopback alone where something else is in charge. */
function configuresDevice({ stanzas }: InterfacesFile): boolean {
  return stanzas.some(({ family }) => family !== null);
}
