import type { HostFiles, ReadBatch } from "../../host/host-files";
import type { HostTree } from "../../host/host-tree";
import { linkedPath } from "../../host/tree-entries";
import { withKernelNames } from "./kernel-nodes";

/** A device node that a process has open. */
export interface OpenNode {
  processId: string;
  /** The open file's number. */
  descriptor: string;
  /** The node's path below the root, "dev/dri/card0"; of a process in a container the kernel's own. */
  node: string;
}

/** A socket that a process has open. */
export interface OpenSocket {
  processId: string;
  descriptor: string;
  inode: string;
}

/** What was seen of the host's processes. */
export interface OpenFiles {
  nodes: readonly OpenNode[];
  /** Of those that were asked for. */
  sockets: readonly OpenSocket[];
  /** Processes whose open files could be listed. */
  seen: readonly string[];
  /** Processes whose open files could not be listed: another user's, or of a record that has none of them. */
  unseen: readonly string[];
  /** One process of each mount namespace beside Passdeck's and the host's own. */
  elsewhere: readonly string[];
}

/**
 * Nodes that stand for no device of the host's: the kernel's own services, terminals, and files in memory. Most of what
 * processes have open below /dev is one of these.
 */
const services =
  /^dev\/(null|zero|full|random|urandom|tty\d*|console|ptmx|pts\/.*|shm\/.*|hugepages.*|mqueue\/.*|kmsg|log|initctl|fuse|kvm|net\/tun|vhost-.*|vfio\/vfio|iommu|loop-control|mapper\/control|btrfs-control|autofs|userfaultfd|udmabuf|uinput|uhid|rfkill|hpet|cpu_dma_latency|nvidiactl|nvidia-.*|vga_arbiter|zfs|cuse|ppp|mcelog|snapshot|xconsole|binder.*)$/;

/**
 * The device nodes that processes have open. What may not be looked into is told as unseen: only root sees everybody's
 * files (proc_pid_fd(5)).
 * @param names What is in /proc.
 * @param asked Inodes of sockets whose processes are wanted.
 */
export async function openFilesOf(
  tree: HostTree,
  names: readonly string[],
  asked: ReadonlyMap<string, unknown>,
): Promise<OpenFiles> {
  const ids = names.filter(isProcess);
  const first = await tree.readMany({
    folders: ids.map(descriptorsOf),
    links: [...ids, "self"].map(namespaceOf),
    skipForbidden: true,
  });
  const open = ids.flatMap((processId) =>
    first.names(descriptorsOf(processId)).map((descriptor) => ({
      processId,
      descriptor,
      path: `${descriptorsOf(processId)}/${descriptor}`,
    })),
  );
  const files = await tree.readMany({ links: open.map(({ path }) => path), skipForbidden: true });
  // In a container the files of a process outside may be listed, but not looked at (user_namespaces(7)).
  const readable = new Set<string>();
  const nodes: OpenNode[] = [];
  const sockets: OpenSocket[] = [];
  for (const { processId, descriptor, path } of open) {
    const target = files.link(path);
    if (target !== null) readable.add(processId);
    const inode = asked.size === 0 ? undefined : /^socket:\[(\d+)\]$/.exec(target ?? "")?.[1];
    if (inode !== undefined && asked.has(inode)) sockets.push({ processId, descriptor, inode });
    const node = nodeAt(path, target);
    if (node !== null) nodes.push({ processId, descriptor, node });
  }
  const isSeen = (id: string) =>
    first.lists(descriptorsOf(id)) && (readable.has(id) || first.names(descriptorsOf(id)).length === 0);
  const seen = ids.filter(isSeen);
  const own = ownNamespaces(seen, first);
  const isApart = ({ processId }: OpenNode) => !own.has(first.link(namespaceOf(processId)));
  const renamed = await withKernelNames(tree, nodes.filter(isApart));
  return {
    nodes: [...nodes.filter((node) => !isApart(node)), ...renamed.filter(({ node }) => !services.test(node))],
    sockets,
    seen,
    unseen: ids.filter((id) => !isSeen(id)),
    elsewhere: otherNamespaces(seen, first),
  };
}

/**
 * What is read of processes that have a node open, or may have: their names and command lines; of those elsewhere their
 * mount tables and networks.
 */
export function processBatch({
  nodes,
  sockets,
  unseen,
  elsewhere,
}: OpenFiles): Required<Pick<ReadBatch, "texts" | "links">> {
  const named = [...new Set([...[...nodes, ...sockets].map(({ processId }) => processId), ...unseen])];
  return {
    texts: [
      ...named.flatMap((id) => [nameFile(id), commandFile(id)]),
      ...elsewhere.flatMap((id) => [mountTableFile(id), networkTableFile(id)]),
    ],
    links: ["self", ...elsewhere].map(networkNamespaceOf),
  };
}

/** Whether an entry of /proc is a process. */
function isProcess(name: string): boolean {
  return /^[1-9]\d{0,9}$/.test(name);
}

/** Where a process's name stands. */
export function nameFile(processId: string): string {
  return `proc/${processId}/comm`;
}

/** Where a process's arguments stand, divided by zero bytes. */
export function commandFile(processId: string): string {
  return `proc/${processId}/cmdline`;
}

export function mountTableFile(processId: string): string {
  return `proc/${processId}/mountinfo`;
}

/** The interfaces of a process's network namespace. */
export function networkTableFile(processId: string): string {
  return `proc/${processId}/net/dev`;
}

export function networkNamespaceOf(processId: string): string {
  return `proc/${processId}/ns/net`;
}

export function descriptorsOf(processId: string): string {
  return `proc/${processId}/fd`;
}

function namespaceOf(processId: string): string {
  return `proc/${processId}/ns/mnt`;
}

function nodeAt(path: string, target: string | null): string | null {
  // Most open files are sockets, pipes and files: "socket:[123]", "/var/log/…".
  if (target === null || !target.includes("dev/")) return null;
  // The kernel says so of a node whose name is gone, which the process still has (proc_pid_fd(5)).
  const node = linkedPath(path, target.replace(/ \(deleted\)$/, ""));
  return node.startsWith("dev/") && !services.test(node) ? node : null;
}

/** Passdeck's mount namespace, and that of the host's first process. */
function ownNamespaces(seen: readonly string[], files: HostFiles): Set<string | null> {
  const own = ["self", ...seen.filter((id) => id === "1")];
  return new Set(own.map((id) => files.link(namespaceOf(id))));
}

/** A record may have no namespaces: then each process may be in one of its own. */
function otherNamespaces(seen: readonly string[], files: HostFiles): string[] {
  const known = ownNamespaces(seen, files);
  return seen.filter((id) => {
    const namespace = files.link(namespaceOf(id));
    if (namespace === null) return id !== "1";
    const isNew = !known.has(namespace);
    known.add(namespace);
    return isNew;
  });
}
