import { isBridge } from "../device-kind.schema";
import type { JudgedDevice } from "../schema";
import { deviceName } from "./device-name";
import type { StartProblem } from "./start-problem.schema";
import type { WantedDevice } from "./wanted-device";

/** Drivers that leave a device alone: with these the kernel calls a group viable (Documentation/driver-api/vfio.rst). */
const harmlessDrivers: ReadonlySet<string> = new Set(["vfio-pci", "pci-stub"]);

/**
 * Groups that would not be viable: one of their devices that the guest doesn't get is still with a driver of the host.
 * libvirt takes the VM's own devices from their drivers at the start, and nobody else's.
 */
export function groupProblems(
  wanted: readonly WantedDevice[],
  taken: ReadonlySet<string>,
  devices: readonly JudgedDevice[],
): StartProblem[] {
  return wanted.flatMap(({ address }) => {
    const group = devices.find((device) => device.address === address)?.iommuGroup ?? null;
    if (group === null || !taken.has(address)) return [];
    const culprits = devices.filter(
      (device) => device.iommuGroup === group && !taken.has(device.address) && isHosts(device),
    );
    return culprits.length === 0 ? [] : [problemOf(address, group, culprits)];
  });
}

function isHosts(device: JudgedDevice): boolean {
  return !isBridge(device) && device.driver !== null && !harmlessDrivers.has(device.driver);
}

function problemOf(address: string, group: number, culprits: readonly JudgedDevice[]): StartProblem {
  const named = culprits.map((device) => `${deviceName(device)} on ${device.driver}`).join(", ");
  return {
    code: "group",
    address,
    message: `IOMMU group ${group} of ${address} is not viable: the host still has ${named}.`,
    fix: "Give the whole group away on the passthrough page, or move the card to another slot.",
    remapTo: null,
  };
}
