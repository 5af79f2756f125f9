import type { ClusterReading, ClusterVm } from "../../cluster/cluster.schema";
import type { ClusterMark } from "../../fleet/cluster-mark.schema";

/** A VM that a cluster runs, and as which of its resources. */
export interface ClusteredVm {
  resource: string;
  vm: ClusterVm;
}

/** The VMs of a cluster, running or not; null where they are not known. */
export function vmsOfCluster(reading: ClusterReading): ClusteredVm[] | null {
  switch (reading.kind) {
    case "none":
      return [];
    case "unread":
      return null;
    case "stopped":
      return reading.vms;
    case "running":
      return reading.facts.resources.flatMap(({ id, vm }) => (vm === null ? [] : [{ resource: id, vm }]));
  }
}

/** What of a host's cluster stands beside the host wherever it is shown. */
export function markOf(reading: ClusterReading): ClusterMark | null {
  const vms = vmsOfCluster(reading);
  if (reading.kind === "none" || vms === null) return null;
  const { name, quorate } = reading.kind === "running" ? reading.facts : { name: null, quorate: false };
  return {
    name,
    quorate,
    vms: vms.map(({ resource, vm }) => ({ resource, vmId: vm.uuid, name: vm.name })),
  };
}
