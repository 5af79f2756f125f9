import { hostPath } from "@/components/fleet/host-address";
import { vmKey, vmPath } from "@/components/fleet/vm-key";
import type { HostSummary, VmSummary } from "@/server/fleet/schema";
import type { Check, CheckId } from "@/server/host/checks/check.schema";
import type { HardwareReport } from "@/server/pci/schema";

/** Something that someone should look at. */
export interface Attention {
  id: string;
  tone: "danger" | "warning";
  title: string;
  detail: string;
  /** Where to look. */
  href: string | null;
  /** What the button says that leads there; none where the title alone does. */
  button?: string;
}

/** What needs attention in the fleet, the gravest first; hosts that are lost have notices of their own. */
export function findAttention(
  hosts: readonly HostSummary[],
  vms: readonly VmSummary[],
  reportOf: (hostId: string) => HardwareReport | null,
): Attention[] {
  const found = hosts.flatMap((host) => {
    const here = vms.filter((vm) => vm.hostId === host.id);
    const report = reportOf(host.id);
    return [
      ...crashes(here),
      ...(report === null
        ? []
        : [
            ...withoutIommu(hosts, host, here, report),
            ...lostDevices(here, report),
            ...unready(hosts, host, here, report),
          ]),
      ...networksOff(host, here),
    ];
  });
  return found.sort((one, other) => Number(other.tone === "danger") - Number(one.tone === "danger"));
}

function crashes(vms: readonly VmSummary[]): Attention[] {
  return vms
    .filter((vm) => vm.state === "crashed")
    .map((vm) => ({
      id: `crash ${vmKey(vm)}`,
      tone: "danger",
      title: `${vm.name} has crashed`,
      detail: "Its events tell when. Start it again when you have seen why.",
      href: `${vmPath(vm)}?tab=events`,
    }));
}

function withoutIommu(
  hosts: readonly HostSummary[],
  host: HostSummary,
  vms: readonly VmSummary[],
  { iommu, checks }: HardwareReport,
): Attention[] {
  const users = vms.filter((vm) => vm.passthrough.length > 0);
  if (iommu.enabled || users.length === 0) return [];
  return [
    {
      id: `iommu ${host.id}`,
      tone: "danger",
      title: `The IOMMU of ${host.name} is off`,
      detail: `VMs with passed-through devices cannot start: ${names(users)}.`,
      href: fixPath(hosts, host, { id: "iommu-kernel", change: changeOf(checks, "iommu-kernel") }),
      button: "Show the fix",
    },
  ];
}

/** Each check that fails on a host with a GPU: it can't be handed to a VM so. What follows from another one is left out. */
function unready(
  hosts: readonly HostSummary[],
  host: HostSummary,
  vms: readonly VmSummary[],
  { checks, devices, iommu }: HardwareReport,
): Attention[] {
  if (!devices.some((device) => device.class.startsWith("03"))) return [];
  const hasUsers = vms.some((vm) => vm.passthrough.length > 0);
  const told = new Set(iommu.enabled ? [] : ["iommu-groups", ...(hasUsers ? ["iommu-kernel"] : [])]);
  return checks
    .filter(({ id, status }) => status === "fail" && !told.has(id))
    .map(({ id, title, detail, change }) => ({
      id: `check ${host.id} ${id}`,
      tone: hasUsers ? "danger" : "warning",
      title: hosts.length > 1 ? `${host.name}: ${title}` : title,
      detail: `${detail} A GPU can’t be handed to a VM as long as it is so.`,
      href: fixPath(hosts, host, { id, change }),
      button: "Show the fix",
    }));
}

/** Straight to the plan of a check's change; where Passdeck has none, to what the check says. */
function fixPath(
  hosts: readonly HostSummary[],
  host: HostSummary,
  { id, change }: Pick<Check, "id" | "change">,
): string {
  return hostPath(hosts, host.id, id, change === null ? null : id);
}

function changeOf(checks: readonly Check[], id: CheckId): Check["change"] {
  return checks.find((check) => check.id === id)?.change ?? null;
}

/** A card that moved to another slot leaves its VM with an address that nothing answers at. */
function lostDevices(vms: readonly VmSummary[], { devices }: HardwareReport): Attention[] {
  const present = new Set(devices.map(({ address }) => address));
  return vms.flatMap((vm) =>
    vm.passthrough
      .filter((address) => !present.has(address))
      .map(
        (address): Attention => ({
          id: `lost ${vmKey(vm)} ${address}`,
          tone: "danger",
          title: `${vm.name} has a device attached that the host does not have`,
          detail: `Nothing is at ${address}. The card may have moved to another slot; the VM cannot start with it.`,
          href: vmPath(vm),
        }),
      ),
  );
}

function networksOff({ id, name: hostName, networks }: HostSummary, vms: readonly VmSummary[]): Attention[] {
  return networks
    .filter(({ active }) => !active)
    .flatMap(({ name }): Attention[] => {
      const users = vms.filter((vm) => vm.interfaces.some(({ source }) => source === `network ${name}`));
      if (users.length === 0) return [];
      return [
        {
          id: `network ${id} ${name}`,
          tone: "warning",
          title: `The network “${name}” of ${hostName} is off`,
          detail: `VMs on it cannot be started: ${names(users)}. “virsh net-start ${name}” starts it.`,
          href: null,
        },
      ];
    });
}

const namedAtMost = 5;

function names(vms: readonly VmSummary[]): string {
  const named = vms.slice(0, namedAtMost).map(({ name }) => name);
  const more = vms.length - named.length;
  return more > 0 ? `${named.join(", ")} and ${more} more` : named.join(", ");
}
