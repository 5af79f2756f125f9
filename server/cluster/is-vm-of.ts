import type { ClusterVm } from "./cluster.schema";

/**
 * Whether a VM of libvirt's is the one of a resource: by UUID, else by name. Where the file was not read, by what the file or the
 * resource is called: rather one too many is left to the cluster than one too few.
 */
export function isVmOf(
  { uuid, name, file }: ClusterVm,
  resourceId: string,
  vm: { id: string; name: string },
): boolean {
  if (uuid !== null) return uuid === vm.id.toLowerCase();
  if (name !== null) return name === vm.name;
  const stem = file
    ?.split("/")
    .at(-1)
    ?.replace(/\.xml$/, "");
  return [stem, resourceId, resourceId.replace(/^vm[-_]/, "")].includes(vm.name);
}
