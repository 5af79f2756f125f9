import { AppError } from "../errors";
import type { Ability } from "../host/ability";
import type { HostTree } from "../host/host-tree";
import { childOf, textOf } from "../xml/xml";
import type { ClusterVm } from "./cluster.schema";
import { rootOf } from "./element-attributes";
import type { ConfiguredResource } from "./read-configuration";

export const virtualDomain = "ocf:heartbeat:VirtualDomain";

/**
 * The VMs of VirtualDomain resources, by their resources' ids. The agent reads a VM's name in the file of its definition, and so
 * do we; what the cluster's configuration has is the file's path alone.
 */
export async function readVmFiles(
  files: Ability<HostTree>,
  resources: readonly ConfiguredResource[],
): Promise<ReadonlyMap<string, ClusterVm>> {
  const vms = resources.filter(({ agent }) => agent === virtualDomain);
  return new Map(
    await Promise.all(vms.map(async (resource) => [resource.id, await vmOf(files, resource)] as const)),
  );
}

async function vmOf(files: Ability<HostTree>, { parameters, meta }: ConfiguredResource): Promise<ClusterVm> {
  const file = parameters.get("config") ?? null;
  const migrates = meta.get("allow-migrate") === "true";
  const known = file === null ? unread("It names no file of a definition.") : await definitionIn(files, file);
  return { file, migrates, ...known };
}

type Known = Pick<ClusterVm, "name" | "uuid" | "problem">;

async function definitionIn({ value: tree, why }: Ability<HostTree>, file: string): Promise<Known> {
  if (tree === null) return unread(why);
  try {
    const text = await tree.readText(file.replace(/^\/+/, ""));
    if (text === null) return unread(`There is no file ${file} on this host.`);
    const root = rootOf(text);
    const name = textOf(childOf(root, "name"));
    if (name === null) return unread(`${file} has no name of a VM.`);
    return { name, uuid: textOf(childOf(root, "uuid"))?.toLowerCase() ?? null, problem: null };
  } catch (error) {
    return unread(error instanceof AppError ? error.userMessage : `${file} can’t be read: ${String(error)}`);
  }
}

function unread(problem: string): Known {
  return { name: null, uuid: null, problem };
}
