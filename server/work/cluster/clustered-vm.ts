import type { ClusterLook, ClusterReading } from "../../cluster/cluster.schema";
import { isVmOf } from "../../cluster/is-vm-of";
import { type ClusteredVm, vmsOfCluster } from "./cluster-mark";
import type { Clusters } from "./clusters";

/** Whether a cluster runs a VM: as which resource; not known, and why; or none does (null). */
export type Clustered = { kind: "runs"; vm: ClusteredVm } | { kind: "unknown"; why: string } | null;

/**
 * Looks whether a cluster runs a VM of a host. A VM's UUID is the same everywhere: what another node tells counts as well, such as of
 * a host on which no program can be run.
 */
export async function clusteredVm(
  clusters: Pick<Clusters, "before" | "latest">,
  hostId: string,
  vm: { id: string; name: string },
): Promise<Clustered> {
  const own = await lookBefore(clusters, hostId);
  const ofHost =
    own && (vmsOfCluster(own.reading) ?? []).find((known) => isVmOf(known.vm, known.resource, vm));
  if (ofHost) return { kind: "runs", vm: ofHost };
  const elsewhere = clusters.latest
    .flatMap(({ look }) => vmsOfCluster(look.reading) ?? [])
    .find((known) => known.vm.uuid === vm.id.toLowerCase());
  if (elsewhere !== undefined) return { kind: "runs", vm: elsewhere };
  const why = own && whyUnknown(own.reading);
  return why === null ? null : { kind: "unknown", why };
}

/** What was read last where it can't be read now: that its host is away is told by the act itself. */
async function lookBefore(
  clusters: Pick<Clusters, "before" | "latest">,
  hostId: string,
): Promise<ClusterLook | null> {
  try {
    return await clusters.before(hostId);
  } catch {
    return clusters.latest.find((known) => known.hostId === hostId)?.look ?? null;
  }
}

function whyUnknown(reading: ClusterReading): string | null {
  if (reading.kind === "unread" && reading.asked) return `${reading.problem}. ${reading.fix}`;
  if (reading.kind === "stopped" && reading.vms === null)
    return "This host is a node of a cluster whose pacemaker does not run here. Start it: “systemctl start pacemaker”.";
  return null;
}
