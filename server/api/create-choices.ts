import { can, grantFor } from "../access/can";
import type { HeldGrant } from "../access/grant.schema";
import { onVm } from "../access/objects-of";
import type { CreateChoices } from "../create/choices.schema";
import { hostWithin } from "../create/granted/host-within";
import type { HostOfVms } from "../create/host/host-of-vms";
import { operatingSystems } from "../create/osinfo/operating-systems";
import { contextOf } from "../work/act-context";
import { grantedOwner, ownersBy } from "../work/create/granted-creation";
import { readHostOfVms } from "../work/create/read-host-of-vms";
import { currentHostReports } from "../work/host-report/current-host-report";
import { isAmong } from "../work/quota/subjects";
import type { Context } from "./context";

/** What a VM can be made of on a host, for who asks: the network card of their own connection is no choice. */
export async function createChoices(context: Context, hostId: string): Promise<CreateChoices> {
  const { fleet } = context.services;
  const tree = fleet.host(hostId).machine.files.value;
  const [host, systems] = await Promise.all([
    readHostOfVms(context.services, hostId, currentHostReports(fleet, context)),
    operatingSystems(tree),
  ]);
  const grant = grantFor(context, hostId);
  if (grant === null) return choicesOf(host, systems);
  const sees = (vmId: string) => can(context, "vm.see", onVm({ hostId, vmId }));
  return grantedChoices(context, grant, choicesOf(seenOf(hostWithin(host, grant, sees), sees), systems));
}

function seenOf(host: HostOfVms, sees: (vmId: string) => boolean): HostOfVms {
  return { ...host, vms: host.vms.filter(({ id }) => sees(id)) };
}

function choicesOf(host: HostOfVms, systems: CreateChoices["systems"]): CreateChoices {
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
      takesDisks: true,
      volumes: [...pool.volumes],
    })),
    devices: host.devices,
    usbDevices: supplies?.usbDevices ?? null,
    namedDevices: [...host.namedDevices],
    inputs: supplies?.inputs ? [...supplies.inputs] : null,
    lookingGlass:
      supplies === null
        ? null
        : { ...supplies.lookingGlass, confinement: [...supplies.lookingGlass.confinement] },
    templates: vms.filter(({ template }) => template).map(({ id, name }) => ({ vmId: id, name })),
    vmNames: vms.map(({ name }) => name),
    grant: null,
  };
}

/** Of pools for new disks nobody is told what is in them, and of a clone, of whatever VM, nothing comes by a grant. */
function grantedChoices(context: Context, grant: HeldGrant, choices: CreateChoices): CreateChoices {
  const { shares } = context.services;
  const usual = grantedOwner(contextOf(context), grant, null);
  const all = ownersBy(context, grant);
  const owners = usual === null ? all : [usual, ...all.filter((one) => !isAmong(one, [usual]))];
  return {
    ...choices,
    interfaces: null,
    lookingGlass: null,
    templates: [],
    pools: choices.pools.map((pool) =>
      grant.media.includes(pool.name) ? { ...pool, takesDisks: false } : { ...pool, volumes: [] },
    ),
    grant: { owners: owners.map((subject) => ({ subject, name: shares.nameOf(subject) })) },
  };
}
