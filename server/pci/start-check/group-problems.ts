import { isBridge } from "../device-kind.schema";
import type { JudgedDevice } from "../schema";
import { isOnHostDriver } from "../verdict/device-traits";
import { spoilsGroup, unbindCommands } from "../verdict/group-viability";
import { deviceName } from "./device-name";
import type { StartProblem } from "./start-problem.schema";
import type { WantedDevice } from "./wanted-device";

/** The host's devices, and its kernel's release ("6.1.0-31-amd64"). */
export interface GroupContext {
  devices: readonly JudgedDevice[];
  kernel: string;
}

/**
 * Groups that would not be viable (Documentation/driver-api/vfio.rst): one of their devices that the guest doesn't get
 * is still with a driver of the host. libvirt takes the VM's own devices from their drivers at the start, and nobody
 * else's.
 */
export function groupProblems(
  wanted: readonly WantedDevice[],
  taken: ReadonlySet<string>,
  { devices, kernel }: GroupContext,
): StartProblem[] {
  const isCulprit = (device: JudgedDevice) =>
    isBridge(device) ? spoilsGroup(device, kernel) : isOnHostDriver(device);
  return wanted.flatMap(({ address }) => {
    const group = devices.find((device) => device.address === address)?.iommuGroup ?? null;
    if (group === null || !taken.has(address)) return [];
    const culprits = devices.filter(
      (device) => device.iommuGroup === group && !taken.has(device.address) && isCulprit(device),
    );
    return culprits.length === 0 ? [] : [problemOf(address, group, culprits)];
  });
}

function problemOf(address: string, group: number, culprits: readonly JudgedDevice[]): StartProblem {
  const named = culprits.map((device) => `${deviceName(device)} on ${device.driver}`).join(", ");
  return {
    code: "group",
    address,
    message: `IOMMU group ${group} of ${address} is not viable: the host still uses ${named}.`,
    fix: fixFor(culprits),
    remapTo: null,
  };
}

function fixFor(culprits: readonly JudgedDevice[]): string {
  const bridges = culprits.filter(isBridge);
  const endpoints =
    bridges.length === culprits.length
      ? ""
      : "Reserve the whole group for VMs on the Passthrough page, or move the card to another slot.";
  if (bridges.length === 0) return endpoints;
  const driven = `Bridges can't be reserved for VMs: use a device in another group, or unbind the driver by hand (${unbindCommands(bridges)}).`;
  return endpoints === "" ? driven : `${endpoints} ${driven}`;
}
