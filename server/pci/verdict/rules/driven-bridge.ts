import { spoilsGroup, unbindCommands } from "../group-viability";
import { type Rule, reason } from "../rule";
import { byNumber, listed, namedWithDriver } from "../words";
import { groupOf } from "./group-words";

/**
 * A bridge whose driver keeps its group from VFIO. The bridge stays with the host, and the card may be reserved for VMs,
 * so this is a risk and does not block. Starting a VM with the card is refused.
 */
export const drivenBridge: Rule = (card, { report }) => {
  const driven = card.bridges.filter((bridge) => spoilsGroup(bridge, report.host.kernel));
  if (driven.length === 0) return [];
  const message = `${groupOf(card)}: ${listed(driven, namedWithDriver)} ${byNumber(driven, "is a bridge that is bound to a host driver", "are bridges that are bound to host drivers")}. Until ${byNumber(driven, "it is", "they are")} unbound, no VM can use the group.`;
  const fix = `Use a device in another group, or unbind the driver by hand: ${unbindCommands(driven)}`;
  return [reason("risk", "driver-in-use", driven, message, fix)];
};
