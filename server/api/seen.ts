import { can, type Who } from "../access/can";
import { onHost, onVm } from "../access/objects-of";
import type { ClusterMark } from "../fleet/cluster-mark.schema";
import type { FleetMessage, HostSummary, StatisticsSample, VmSummary } from "../fleet/schema";

/** Those VMs that `who` may see. */
export function seenVms(who: Who, vms: readonly VmSummary[]): VmSummary[] {
  return vms.filter((vm) => seesVm(who, vm));
}

function seesVm(who: Who, { hostId, id }: { hostId: string; id: string }): boolean {
  return can(who, "vm.see", onVm({ hostId, vmId: id }));
}

/**
 * The fleet as far as `who` may see it, for `sink`. Deltas that hold nothing for them are left out, and the rest is
 * numbered anew: a viewer's own sequence has no gaps that others' VMs would make.
 */
export function seenFleet(who: Who, sink: (message: FleetMessage) => void): (message: FleetMessage) => void {
  let sequence = 0;
  return (message) => {
    const hosts = seenHosts(who, message.hosts);
    const vms = seenVms(who, message.vms);
    if (message.type === "snapshot") return sink({ type: "snapshot", sequence, hosts, vms });
    const removed = message.removed.filter((vm) => seesVm(who, vm));
    const removedHosts = message.removedHosts.filter((hostId) => seesHost(who, hostId));
    if (hosts.length + vms.length + removed.length + removedHosts.length === 0) return;
    sequence += 1;
    sink({ type: "delta", sequence, hosts, removedHosts, vms, removed });
  };
}

function seesHost(who: Who, hostId: string): boolean {
  return can(who, "host.see", onHost({ hostId }));
}

/** Those hosts that `who` may see; of one that is seen for its VMs alone, as much as their pages take. */
export function seenHosts(who: Who, hosts: readonly HostSummary[]): HostSummary[] {
  return hosts.flatMap((host) => {
    const object = onHost({ hostId: host.id });
    if (can(who, "host.watchReport", object)) return host;
    return seesHost(who, host.id) ? withoutItsOwn(who, host) : [];
  });
}

function withoutItsOwn(who: Who, host: HostSummary): HostSummary {
  const maintenance = host.maintenance && { ...host.maintenance, by: null };
  return {
    ...host,
    ...unknownOfHost,
    maintenance,
    cluster: host.cluster && seenCluster(who, host.id, host.cluster),
  };
}

/** What names no UUID is nobody's VM. */
function seenCluster(who: Who, hostId: string, { quorate, vms }: ClusterMark): ClusterMark {
  const seen = vms.filter(({ vmId }) => vmId !== null && seesVm(who, { hostId, id: vmId }));
  return { name: null, quorate, vms: seen };
}

/** What stands for a host's own to who sees no more of it than that it has their VMs. */
const unknownOfHost = {
  uri: "",
  libvirtVersion: null,
  hypervisor: null,
  cpuModel: null,
  cpus: 0,
  memoryBytes: 0,
  networks: [],
  pools: [],
  filesProblem: null,
} as const satisfies Partial<HostSummary>;

/** The figures of those VMs alone that `who` may see, and the host's own where they see its report. */
export function seenSample(who: Who, sample: StatisticsSample): StatisticsSample {
  const sees = (id: string) => seesVm(who, { hostId: sample.hostId, id });
  const vms = Object.fromEntries(Object.entries(sample.vms).filter(([vmId]) => sees(vmId)));
  const host = can(who, "host.watchReport", onHost(sample)) ? sample.host : null;
  return { ...sample, host, vms, gone: sample.gone.filter(sees) };
}
