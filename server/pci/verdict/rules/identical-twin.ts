import { slotOf } from "../../../units/pci-address.schema";
import { isBridge } from "../../device-kind.schema";
import { idsOf } from "../host-index";
import { type Rule, reason } from "../rule";
import { byNumber, listed, namedWithSlot } from "../words";

/** Cards of the same model: a rule by IDs (`vfio-pci.ids=`) would take them all, one by address takes the one meant. */
export const identicalTwin: Rule = (card, host) => {
  const { lead, functions } = card;
  // IDs that can't be read are those of no model.
  if (lead.physicalFunction !== null || lead.vendorId === "0000") return [];
  const slots = new Set(functions.map(({ address }) => slotOf(address)));
  const twins = (host.byIds.get(idsOf(lead)) ?? []).filter(
    (twin) => twin.physicalFunction === null && !isBridge(twin) && !slots.has(slotOf(twin.address)),
  );
  if (twins.length === 0) return [];
  const message = `${namedWithSlot(lead)} has the same IDs (${idsOf(lead)}) as ${listed(twins, namedWithSlot)}. Passdeck binds it by its address, so ${byNumber(twins, "the other is", "the others are")} not affected.`;
  const fix = `Do not use vfio-pci.ids=${idsOf(lead)}: it binds all of them.`;
  return [reason("note", "identical-twin", [lead, ...twins], message, fix)];
};
