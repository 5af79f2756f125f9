import { isBridge } from "@/server/pci/device-kind.schema";
import type { JudgedDevice, JudgedReport } from "@/server/pci/schema";

/** A card as its panel shows it: the device that was pressed, and all that goes along. */
export interface CardView {
  device: JudgedDevice;
  /** What a guest gets: all functions of the card, the pressed one among them. Of a bridge, the bridge. */
  functions: readonly JudgedDevice[];
  /** Group members that the guest doesn't get but which may not stay with a host driver. */
  mustBeBound: readonly JudgedDevice[];
  /** Bridges of the groups, which stay as they are. */
  leftAlone: readonly JudgedDevice[];
  isBridge: boolean;
}

/** The card at an address; null where the host has none there (any more). */
export function cardViewAt(report: JudgedReport, address: string): CardView | null {
  const devices = new Map(report.devices.map((device) => [device.address, device]));
  const device = devices.get(address);
  if (device === undefined) return null;
  const named = (addresses: readonly string[]) => addresses.flatMap((one) => devices.get(one) ?? []);
  const { guestGets, mustBeBound, leftAlone } = device.needs;
  const functions = named(guestGets);
  return {
    device,
    functions: functions.includes(device) ? functions : [device, ...functions],
    mustBeBound: named(mustBeBound),
    leftAlone: named(leftAlone).filter((other) => other !== device),
    isBridge: isBridge(device),
  };
}
