import { isOnHostDriver, leadsToBus } from "../device-traits";
import { type Rule, reason } from "../rule";
import { byNumber, listed, namedWithDriver } from "../words";
import { groupOf } from "./group-words";

/**
 * A bridge that leads to no bus (ISA, host bridge) is an endpoint to the kernel: while a driver that is none of
 * VFIO's holds it, the group may be called not viable (`driver_managed_dma` in drivers/pci/pci-driver.c). It stays
 * with the host all the same, so this is told and no bar.
 */
export const drivenBridge: Rule = (card) => {
  const driven = card.bridges.filter((bridge) => !leadsToBus(bridge) && isOnHostDriver(bridge));
  if (driven.length === 0) return [];
  const message = `${groupOf(card)}: ${listed(driven, namedWithDriver)} ${byNumber(driven, "is a bridge", "are bridges")} with a driver of the host's. The kernel may refuse the group to a VM because of it.`;
  const fix = "If the VM does not start, use a device of another group.";
  return [reason("risk", "driver-in-use", driven, message, fix)];
};
