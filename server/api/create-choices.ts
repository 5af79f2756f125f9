import type { CreateChoices } from "../create/choices.schema";
import { operatingSystems } from "../create/osinfo/operating-systems";
import { readHostOfVms } from "../work/create/read-host-of-vms";
import { currentHostReports } from "../work/host-report/current-host-report";
import type { Context } from "./context";

/** What a VM can be made of on a host, for who asks: the network card of their own connection is no choice. */
export async function createChoices(context: Context, hostId: string): Promise<CreateChoices> {
  const { fleet } = context.services;
  const tree = fleet.host(hostId).machine.files.value;
  const [host, systems] = await Promise.all([
    readHostOfVms(fleet, hostId, currentHostReports(fleet, context)),
    operatingSystems(tree),
  ]);
  const { capabilities, resources, supplies, vms } = host;
  return {
    ...capabilities,
    memoryBytes: host.memoryBytes,
    availableMemoryBytes: supplies?.memory.availableBytes ?? null,
    hugepages: supplies?.memory.hugepages ?? null,
    cpus: supplies?.cpus ?? null,
    virtiofsd: supplies?.virtiofsd ?? null,
    systems,
    networks: resources.networks,
    interfaces: supplies?.interfaces ?? null,
    filters: resources.filters,
    pools: resources.pools.map(({ volumePaths: _paths, ...pool }) => ({
      ...pool,
      volumes: [...pool.volumes],
    })),
    devices: host.devices,
    usbDevices: supplies?.usbDevices ?? null,
    inputs: supplies?.inputs ? [...supplies.inputs] : null,
    lookingGlass:
      supplies === null
        ? null
        : { ...supplies.lookingGlass, confinement: [...supplies.lookingGlass.confinement] },
    templates: vms.filter(({ template }) => template).map(({ id, name }) => ({ vmId: id, name })),
    vmNames: vms.map(({ name }) => name),
  };
}
