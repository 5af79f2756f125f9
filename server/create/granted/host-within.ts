import type { HostOfVms } from "../host/host-of-vms";
import { readyMedia } from "./ready-media";

/** What somebody may make VMs of: names of a host's pools, networks and named devices. */
interface Granted {
  pools: readonly string[];
  networks: readonly string[];
  media: readonly string[];
  devices: readonly string[];
}

/**
 * A host as who makes VMs by a grant may know it: what is not theirs to use is not there. Of VMs that they may not see the
 * names are left, as a name is taken whoever has it.
 */
export function hostWithin(host: HostOfVms, granted: Granted, sees: (vmId: string) => boolean): HostOfVms {
  const { resources, supplies, vms } = host;
  const pools = resources.pools.flatMap((pool) => {
    if (granted.media.includes(pool.name)) return { ...pool, volumes: readyMedia(pool, host) };
    return granted.pools.includes(pool.name) ? pool : [];
  });
  return {
    ...host,
    resources: {
      pools,
      networks: resources.networks.filter(({ name }) => granted.networks.includes(name)),
      filters: [],
    },
    supplies: supplies && {
      ...supplies,
      cpus: null,
      interfaces: [],
      usbDevices: [],
      inputs: null,
      memory: { ...supplies.memory, hugepages: [] },
    },
    devices: [],
    carried: [],
    namedDevices: host.namedDevices.filter(({ name }) => granted.devices.includes(name)),
    vms: vms.map((vm) => (sees(vm.id) ? vm : { ...vm, template: false, macs: [], disks: [] })),
  };
}
