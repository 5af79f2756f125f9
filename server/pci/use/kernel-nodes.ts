import type { HostTree } from "../../host/host-tree";

interface Named {
  processId: string;
  descriptor: string;
  /** Below the root. */
  node: string;
}

/**
 * Nodes by the kernel's own names. In a container a device may stand at any name (docker run
 * --device=/dev/ttyUSB0:/dev/ttyACM0), also at that of another device of the host; its numbers tell which it is. What
 * has no place in sysfs, or no numbers as in a record, keeps its name.
 */
export async function withKernelNames<Node extends Named>(
  tree: HostTree,
  nodes: readonly Node[],
): Promise<Node[]> {
  const openFile = ({ processId, descriptor }: Node) => `proc/${processId}/fd/${descriptor}`;
  const local = await onLocalMounts(tree, nodes);
  const files = await tree.readMany({ deviceNumbers: local.map(openFile), skipForbidden: true });
  const entries = nodes.map((node) => {
    const numbers = local.includes(node) ? files.deviceNumbers(openFile(node)) : null;
    return numbers === null ? null : `sys/dev/${numbers}/uevent`;
  });
  const texts = [...new Set(entries.filter((path) => path !== null))];
  const events = await tree.readMany({ texts, skipForbidden: true });
  return nodes.map((node, index) => {
    const entry = entries[index];
    const name = entry == null ? undefined : /^DEVNAME=(\S+)$/m.exec(events.text(entry) ?? "")?.[1];
    return name === undefined ? node : { ...node, node: `dev/${name}` };
  });
}

/**
 * Nodes on file systems in memory, as containers have their /dev. Any other may be a program's of the container, by FUSE,
 * which would be asked for the numbers and need not answer.
 */
async function onLocalMounts<Node extends Named>(tree: HostTree, nodes: readonly Node[]): Promise<Node[]> {
  const infoFile = ({ processId, descriptor }: Node) => `proc/${processId}/fdinfo/${descriptor}`;
  const mountFile = ({ processId }: Node) => `proc/${processId}/mountinfo`;
  const texts = [...new Set(nodes.flatMap((node) => [infoFile(node), mountFile(node)]))];
  const files = await tree.readMany({ texts, skipForbidden: true });
  return nodes.filter((node) => {
    const mount = /^mnt_id:\s*(\d+)$/m.exec(files.text(infoFile(node)) ?? "")?.[1];
    const lines = (files.text(mountFile(node)) ?? "").split("\n");
    return lines.some((line) => line.startsWith(`${mount} `) && / - (devtmpfs|tmpfs) /.test(line));
  });
}
