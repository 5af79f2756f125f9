import { can, type Who } from "../access/can";
import { onHost, onVm } from "../access/objects-of";
import type { FleetMessage, StatisticsSample } from "../fleet/schema";

/**
 * The fleet as far as `who` may see it, for `sink`. Deltas that hold nothing for them are left out, and the rest is
 * numbered anew: a viewer's own sequence has no gaps that others' VMs would make.
 */
export function seenFleet(who: Who, sink: (message: FleetMessage) => void): (message: FleetMessage) => void {
  let sequence = 0;
  const seesVm = (vm: { hostId: string; id: string }) =>
    can(who, "vm.see", onVm({ hostId: vm.hostId, vmId: vm.id }));
  return (message) => {
    const hosts = message.hosts.filter(({ id }) => can(who, "host.see", onHost({ hostId: id })));
    const vms = message.vms.filter(seesVm);
    if (message.type === "snapshot") return sink({ type: "snapshot", sequence, hosts, vms });
    const removed = message.removed.filter(seesVm);
    if (hosts.length + vms.length + removed.length === 0) return;
    sequence += 1;
    sink({ type: "delta", sequence, hosts, vms, removed });
  };
}

/** The figures of those VMs alone that `who` may see. */
export function seenSample(who: Who, sample: StatisticsSample): StatisticsSample {
  const { hostId } = sample;
  const sees = (vmId: string) => can(who, "vm.see", onVm({ hostId, vmId }));
  const vms = Object.fromEntries(Object.entries(sample.vms).filter(([vmId]) => sees(vmId)));
  return { ...sample, vms, gone: sample.gone.filter(sees) };
}
