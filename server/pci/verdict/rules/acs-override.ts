import { acsOverrides, isSplitByOverride } from "../acs-override";
import { type Rule, reason } from "../rule";
import { named } from "../words";
import { groupOf } from "./group-words";

/** Groups that the kernel was told to split: the hardware may let their devices reach each other all the same. */
export const acsOverride: Rule = (card, host) => {
  const overrides = acsOverrides(host.report.iommu);
  const split = card.functions.filter((device) => isSplitByOverride(device, overrides, host));
  if (split.length === 0) return [];
  const message = `${groupOf(card)} may be split by force (pcie_acs_override=${overrides.join(",")}): the hardware does not promise to keep ${named(card.lead)} from devices of other groups, so a VM that has it may reach them, and through them the host's memory.`;
  const fix =
    "Give it only to VMs that you trust as you trust the host. A slot with an IOMMU group of its own needs no override.";
  return [reason("note", "acs-override", split, message, fix)];
};
