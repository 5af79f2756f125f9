import { can, type Who } from "../access/can";
import { onHost, onVm } from "../access/objects-of";
import type { FleetMessage, StatisticsSample, VmSummary } from "../fleet/schema";

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
    const hosts = message.hosts.filter(({ id }) => can(who, "host.see", onHost({ hostId: id })));
    const vms = seenVms(who, message.vms);
    if (message.type === "snapshot") return sink({ type: "snapshot", sequence, hosts, vms });
    const removed = message.removed.filter((vm) => seesVm(who, vm));
    if (hosts.length + vms.length + removed.length === 0) return;
    sequence += 1;
    sink({ type: "delta", sequence, hosts, vms, removed });
  };
}

/** The figures of those VMs alone that `who` may see. */
export function seenSample(who: Who, sample: StatisticsSample): StatisticsSample {
  const sees = (id: string) => seesVm(who, { hostId: sample.hostId, id });
  const vms = Object.fromEntries(Object.entries(sample.vms).filter(([vmId]) => sees(vmId)));
  return { ...sample, vms, gone: sample.gone.filter(sees) };
}
