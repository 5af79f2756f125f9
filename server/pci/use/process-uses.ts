import type { HostFiles } from "../../host/host-files";
import type { HostTree } from "../../host/host-tree";
import { plainText } from "../../host/plain-text";
import { linkedPath } from "../../host/tree-entries";
import { type UseOf, usesOf } from "./owners";

/** A process that has a device node open. */
export interface NodeHolder {
  processId: string;
  /** The open file's number. */
  descriptor: string;
  /** The node's path below the root: "dev/dri/card0". */
  node: string;
}

/**
 * Which processes have one of these nodes open. What may not be looked into is left out: only root sees everybody's
 * files. Nodes without processes cost nothing, so none are looked for where there are no nodes.
 * @param processIds The names in /proc that are numbers.
 */
export async function holdersOf(
  tree: HostTree,
  processIds: readonly string[],
  nodes: ReadonlyMap<string, unknown>,
): Promise<NodeHolder[]> {
  if (nodes.size === 0) return [];
  const folders = await tree.readMany({ folders: processIds.map(descriptorsOf), skipForbidden: true });
  const open = processIds.flatMap((processId) =>
    folders.names(descriptorsOf(processId)).map((descriptor) => ({ processId, descriptor })),
  );
  const paths = open.map(({ processId, descriptor }) => `${descriptorsOf(processId)}/${descriptor}`);
  const files = await tree.readMany({ links: paths, skipForbidden: true });
  return open.flatMap((file, index) => {
    const path = paths[index] ?? "";
    const target = files.link(path);
    const node = target === null ? null : linkedPath(path, target);
    return node !== null && nodes.has(node) ? [{ ...file, node }] : [];
  });
}

/** What {@link processUses} needs read: the holders' names. */
export function nameBatch(holders: readonly NodeHolder[]): { texts: string[] } {
  return { texts: [...new Set(holders.map(({ processId }) => nameFile(processId)))] };
}

/** Processes as uses of the devices whose nodes they have open, each process once for a node. */
export function processUses(
  holders: readonly NodeHolder[],
  files: HostFiles,
  nodes: ReadonlyMap<string, readonly string[]>,
): UseOf[] {
  const once = new Map(holders.map((holder) => [`${holder.processId} ${holder.node}`, holder]));
  return [...once.values()].flatMap(({ processId, node }) => {
    const name = plainText(files.text(nameFile(processId)) ?? "") || "a process";
    return usesOf(nodes.get(node) ?? [], "process", `${name} (process ${processId}) has /${node} open`);
  });
}

/** Whether an entry of /proc is a process. */
export function isProcess(name: string): boolean {
  return /^[1-9]\d{0,9}$/.test(name);
}

/** Where a process's name stands. */
export function nameFile(processId: string): string {
  return `proc/${processId}/comm`;
}

function descriptorsOf(processId: string): string {
  return `proc/${processId}/fd`;
}
