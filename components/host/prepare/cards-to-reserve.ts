import { deviceName } from "@/components/fleet/device-names";
import type { JudgedDevice, JudgedReport } from "@/server/pci/schema";

/** A card that a VM may have, all of it. */
export interface ReservableCard {
  /** Of its first function. */
  address: string;
  name: string;
  functions: string[];
  /** The firmware shows its screen on it. */
  isBootDisplay: boolean;
}

/**
 * Graphics cards that the host can spare, by what is judged of them; the one with the host's screen comes last. That the IOMMU
 * is off keeps none back: it may be turned on by the same change.
 */
export function cardsToReserve({ devices }: Pick<JudgedReport, "devices">): ReservableCard[] {
  return devices
    .filter((device) => device.class.startsWith("03") && !isKept(device))
    .map((device) => ({
      address: device.address,
      name: deviceName(device),
      functions: [device.address, ...device.companions],
      isBootDisplay: device.bootVga === true,
    }))
    .toSorted((one, other) => Number(one.isBootDisplay) - Number(other.isBootDisplay));
}

function isKept({ verdict }: JudgedDevice): boolean {
  return verdict.reasons.some(({ weight, code }) => weight === "block" && code !== "iommu-off");
}
