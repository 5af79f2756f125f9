import { spoilsGroup, unbindCommands } from "../group-viability";
import { type Rule, reason } from "../rule";
import { byNumber, listed, namedWithDriver } from "../words";
import { groupOf } from "./group-words";

/**
 * A bridge whose driver keeps its group from VFIO. The bridge stays with the host all the same, and the card may be
 * reserved for VMs: so this is a risk and no bar. The start of a VM is refused with it.
 */
export const drivenBridge: Rule = (card, { report }) => {
  const driven = card.bridges.filter((bridge) => spoilsGroup(bridge, report.host.kernel));
  if (driven.length === 0) return [];
  const message = `${groupOf(card)}: ${listed(driven, namedWithDriver)} ${byNumber(driven, "is a bridge", "are bridges")} with a driver of the host's. The kernel keeps the group from VMs while ${byNumber(driven, "it has", "they have")} one.`;
  const fix = `Use a device of another group, or take the driver away by hand: ${unbindCommands(driven)}`;
  return [reason("risk", "driver-in-use", driven, message, fix)];
};
