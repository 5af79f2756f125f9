import type { JudgedDevice } from "@/server/pci/schema";

/** What has vfio-pci take devices at the next start, by their addresses; null while, or where, it is not known. */
export type NextStart = ReadonlyMap<string, string> | null;

/** How much of a card: all functions, some, or none of them. */
export type Extent = "all" | "some" | "none";

/** Whether a card is reserved for VMs, now and at the next start. */
export interface CardReservation {
  now: Extent;
  /** null: not known. */
  start: Extent | null;
}

/** Drivers that reserve a device for VMs. */
const heldForVms: ReadonlySet<string> = new Set(["vfio-pci", "pci-stub"]);

/** Whether a device is reserved for VMs now. */
export function isHeldForVms({ driver }: JudgedDevice): boolean {
  return driver !== null && heldForVms.has(driver);
}

/** How the functions of a card are reserved. */
export function cardReservation(functions: readonly JudgedDevice[], nextStart: NextStart): CardReservation {
  return {
    now: extentOf(functions, isHeldForVms),
    start: nextStart && extentOf(functions, ({ address }) => nextStart.has(address)),
  };
}

function extentOf(functions: readonly JudgedDevice[], holds: (one: JudgedDevice) => boolean): Extent {
  const count = functions.filter(holds).length;
  if (count === 0) return "none";
  return count === functions.length ? "all" : "some";
}

/** Whether anything of a card is reserved, as far as that is known. */
export function isReserved({ now, start }: CardReservation): boolean {
  return now !== "none" || (start !== null && start !== "none");
}

/** Other cards of the same model: what names an id means them as well. */
export function twinsOf(
  { vendorId, deviceId }: JudgedDevice,
  functions: readonly JudgedDevice[],
  devices: readonly JudgedDevice[],
): JudgedDevice[] {
  return devices.filter(
    (other) => other.vendorId === vendorId && other.deviceId === deviceId && !functions.includes(other),
  );
}
