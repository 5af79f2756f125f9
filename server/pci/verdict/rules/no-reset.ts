import { slotOf } from "../../../units/pci-address.schema";
import { type Rule, reason } from "../rule";
import { byNumber, listed, named } from "../words";

/**
 * Nothing can put the card back into the state that a guest expects. The first function of a slot stands for all,
 * since a reset of their bus takes all of them; on the root bus there is no such reset.
 * Documentation/ABI/testing/sysfs-bus-pci, `reset_method`.
 */
export const noReset: Rule = ({ functions }, { tellsResets }) => {
  const slots = new Set<string>();
  const stuck = functions.filter(({ address, parent, resetMethods }) => {
    const isFirst = !slots.has(slotOf(address));
    slots.add(slotOf(address));
    return resetMethods.length === 0 && (parent === null || isFirst);
  });
  if (!tellsResets || stuck.length === 0) return [];
  const message = `The kernel has no way to reset ${listed(stuck, named)}. After the guest stops, ${byNumber(stuck, "it", "they")} may not work again until the host is rebooted.`;
  const fix = "Test it before you rely on it: start the VM, stop it, and start it again.";
  return [reason("risk", "no-reset", stuck, message, fix)];
};
