import { isBridge } from "../../pci/device-kind.schema";
import type { HardwareReport } from "../../pci/schema";
import { deviceName } from "../../pci/start-check/device-name";
import { isActive, type VmRecord } from "../read-vm";
import type { TroubleLookup } from "./trouble";

/** The host that trouble is looked up on. */
export function troubleLookup(
  { devices, groups }: Pick<HardwareReport, "devices" | "groups">,
  vms: readonly VmRecord[],
): TroubleLookup {
  return {
    hasGroups: groups.length > 0,
    devices: devices.map((device) => ({
      address: device.address,
      name: deviceName(device),
      driver: device.driver,
      iommuGroup: device.iommuGroup,
      bridge: isBridge(device),
    })),
    givenTogether(address) {
      const given = vms
        .map(({ summary }) => summary.passthrough)
        .filter((addresses) => addresses.includes(address));
      return (given[0] ?? []).filter((other) => given.every((addresses) => addresses.includes(other)));
    },
    runningWith: (addresses) =>
      vms
        .map(({ summary }) => summary)
        .filter(
          ({ state, passthrough }) => isActive(state) && passthrough.some((one) => addresses.includes(one)),
        )
        .map(({ name }) => name),
  };
}
