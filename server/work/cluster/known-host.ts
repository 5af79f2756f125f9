import type { ClusterFacts } from "../../cluster/cluster.schema";
import type { KnownHost } from "../../cluster/findings/vm-findings";
import { isVmOf } from "../../cluster/is-vm-of";
import type { DomainHandle } from "../../domain/lifecycle";
import type { Fleet } from "../../fleet/fleet";
import { isActive } from "../../fleet/read-vm";
import { hangingVms } from "./hanging-vms";

/** What libvirt tells of those VMs of a host that its cluster runs. */
export async function knownHost(
  fleet: Pick<Fleet, "host" | "hostSummaries" | "vmsOf">,
  hostId: string,
  { resources }: Pick<ClusterFacts, "resources">,
): Promise<KnownHost> {
  const summary = fleet.hostSummaries().find(({ id }) => id === hostId);
  if (summary?.connection !== "connected") return { vms: null };
  const vms = fleet
    .vmsOf(hostId)
    .filter((known) => resources.some(({ id, vm }) => vm !== null && isVmOf(vm, id, known.summary)));
  const active = vms.filter(({ summary: { state } }) => isActive(state)).map(({ handle }) => handle);
  const hanging = await fleet
    .host(hostId)
    .run(`the host ${summary.name}`, (connection) => hangingVms(connection, active))
    // Its connection is lost, which the host's state tells the next time.
    .catch((): DomainHandle[] => []);
  return {
    vms: vms.map(({ handle, summary: { id, name, state, persistent, autostart } }) => ({
      id,
      name,
      state,
      persistent,
      autostart,
      hangs: hanging.includes(handle),
    })),
  };
}
