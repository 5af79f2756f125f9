import type { CardView } from "@/components/device/card-view";
import type { JudgedDevice } from "@/server/pci/schema";

export type BindingAct = "reserve" | "return";

/** Something that can be done to a card now. */
export interface CardAct {
  act: BindingAct;
  label: string;
  addresses: readonly string[];
}

/** Drivers that reserve a device for VMs. */
const heldForVms: ReadonlySet<string> = new Set(["vfio-pci", "pci-stub"]);

/** Whether a device is reserved for VMs. */
export function isHeldForVms({ driver }: JudgedDevice): boolean {
  return driver !== null && heldForVms.has(driver);
}

/**
 * What can be done to a card's bindings. Whether it may be is for the plan to say, which names the culprit; nothing is
 * offered for a bridge, nor what is done already.
 */
export function bindingActs({ functions, mustBeBound, isBridge }: CardView): CardAct[] {
  if (isBridge) return [];
  const addresses = functions.map(({ address }) => address);
  const whole = [...addresses, ...mustBeBound.map(({ address }) => address)];
  const otherOnHost = mustBeBound.some((other) => other.driver !== null && !isHeldForVms(other));
  const acts: CardAct[] = [];
  if (!functions.every(isHeldForVms)) acts.push({ act: "reserve", label: "Reserve for VMs", addresses });
  if (otherOnHost) acts.push({ act: "reserve", label: "Reserve the whole group for VMs", addresses: whole });
  if (functions.some(isHeldForVms)) acts.push({ act: "return", label: "Return to host", addresses });
  if (mustBeBound.some(isHeldForVms)) {
    acts.push({ act: "return", label: "Return the whole group to host", addresses: whole });
  }
  return acts;
}
