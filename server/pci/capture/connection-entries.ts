import type { TreeEntry } from "../../host/tree-entries";
import { configuredMounts } from "../use/configured-shares";
import type { Mount } from "../use/mounts";
import { networkMountOf } from "../use/network-file-systems";
import { descriptorsOf } from "../use/open-files";
import { packetSockets, packetTable } from "../use/packet-sockets";
import { configurationOf } from "../use/read-configuration";
import type { UseFacts, UseFiles } from "../use/read-uses";
import { replicationFolders, replicationOf } from "../use/replication-resources";
import { documentedAddress } from "./documented-network";
import { fileEntry, linkEntry } from "./entries";
import type { Pseudonyms } from "./pseudonyms";

/** Of a file system of another host only the host's own address on the way there, as the captured host has it. */
export function networkSource(mount: Mount, { paths, network: { network } }: UseFacts): string | null {
  const { local = null, servers = [] } = networkMountOf(mount) ?? {};
  const path = paths.of({ device: null, local, targets: servers });
  if (path.staysInside) return null;
  const addresses = path.interfaces.flatMap((name) => documentedAddress(network.interfaces, name) ?? []);
  const options = ["rw", ...addresses.slice(0, 1).map((address) => `clientaddr=${address}`)];
  const transport = mount.fileSystem === "9p" ? ["trans=tcp"] : [];
  return `server:/export ${[...options, ...transport].join(",")}`;
}

/** Lines of fstab(5) for what the host's lists have it mount from other hosts. */
export function shareLines({ first, second }: UseFiles, facts: UseFacts, names: Pseudonyms): string[] {
  const { fileSystems, units } = configurationOf(first, second);
  return configuredMounts(fileSystems, units).flatMap(({ mount }) => {
    const source = networkMountOf(mount) === null ? null : networkSource(mount, facts);
    if (source === null) return [];
    const [server, options] = source.split(" ");
    return [`${server} ${names.path(mount.place)} ${mount.fileSystem} ${options} 0 0`];
  });
}

/** The host's own addresses in DRBD's resources. */
export function replicationEntries({ first, second }: UseFiles, facts: UseFacts): TreeEntry[] {
  const { interfaces } = facts.network.network;
  const { addresses } = replicationOf(configurationOf(first, second).replication);
  const carrying = addresses.flatMap(
    (local) => facts.paths.of({ device: null, local, targets: [] }).interfaces,
  );
  const own = [...new Set(carrying)].flatMap((name) => documentedAddress(interfaces, name) ?? []);
  const text = own.map((address) => `address ${address.includes(":") ? `[${address}]` : address}:7789;\n`);
  return text.length === 0 ? [] : fileEntry(`${replicationFolders[0]}/captured.res`, text.join(""));
}

/** Sockets that get an interface's packets, and whose they are. */
export function packetEntries({ first, processes }: UseFiles): TreeEntry[] {
  const bound = packetSockets(first.text(packetTable) ?? "");
  if (processes.sockets.length === 0) return [];
  const lines = processes.sockets.map(({ inode }) => `0 3 3 0003 ${bound.get(inode)} 1 0 0 ${inode}\n`);
  return [
    ...fileEntry(packetTable, `sk RefCnt Type Proto Iface R Rmem User Inode\n${lines.join("")}`),
    ...processes.sockets.flatMap(({ processId, descriptor, inode }) =>
      linkEntry(`${descriptorsOf(processId)}/${descriptor}`, `socket:[${inode}]`),
    ),
  ];
}
