import type { HostFiles } from "../host/host-files";
import type { HostTree } from "../host/host-tree";
import { linkedPath, type TreeEntry } from "../host/tree-entries";

/** Classes whose links tell which PCI device a screen, disk or network interface hangs on. */
const folders = ["sys/class/drm", "sys/class/block", "sys/class/net"] as const;

/** Screens, disks and network interfaces that hang on PCI devices, by their links alone: no serials, no addresses. */
export async function userEntries(tree: HostTree): Promise<TreeEntry[]> {
  const listing = await tree.readMany({ folders });
  const paths = folders.flatMap((folder) => listing.names(folder).map((name) => `${folder}/${name}`));
  const files = await tree.readMany({
    links: paths,
    texts: paths.filter(isConnector).map((path) => `${path}/status`),
  });
  return paths.flatMap((path) => entriesOf(path, files));
}

function entriesOf(path: string, files: HostFiles): TreeEntry[] {
  const target = files.link(path);
  if (target === null || !target.includes("/devices/pci")) return [];
  const link: TreeEntry = {
    kind: "link",
    path: withoutHardwareAddress(path),
    target: withoutHardwareAddress(target),
  };
  const status = isConnector(path) ? files.text(`${path}/status`) : null;
  if (status === null) return [link];
  return [link, { kind: "file", path: `${linkedPath(path, target)}/status`, text: status }];
}

/** "card0-HDMI-A-1": a socket of a graphics card, whose status tells whether a screen is plugged in. */
function isConnector(path: string): boolean {
  return /\/card\d+-[^/]+$/.test(path);
}

/** udev names USB adapters after their hardware address: enx001122334455. */
function withoutHardwareAddress(path: string): string {
  return path.replace(/\/enx[0-9a-f]{12}$/, "/enx000000000000");
}
