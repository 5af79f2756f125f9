import type { CardView } from "@/components/device/card-view";
import { isHeldForVms, type NextStart } from "../reservation/card-reservation";

/** Now; "keep" at every start from the next one on, "release" both now and at the next start. */
export type BindingAct = "reserve" | "return" | "keep" | "release";

/** Something that can be done to a card now. */
export interface CardAct {
  act: BindingAct;
  label: string;
  addresses: readonly string[];
}

/**
 * What can be done to a card's bindings. Whether it may be is for the plan to say, which names the culprit; nothing is
 * offered for a bridge, nor what is done already.
 */
export function bindingActs(card: CardView, nextStart: NextStart): CardAct[] {
  const acts = actsNow(card);
  if (card.isBridge || nextStart === null) return acts;
  const addresses = card.functions.map(({ address }) => address);
  const atStart = addresses.filter((address) => nextStart.has(address));
  // What is returned now alone would be reserved again by the restart.
  const others = atStart.length === 0 ? acts : acts.filter(({ label }) => label !== returnLabel);
  return [
    ...others.filter(({ act }) => act === "reserve"),
    ...keepAct(card, nextStart),
    ...(atStart.length === 0 ? [] : [{ act: "release", label: returnLabel, addresses } as const]),
    ...others.filter(({ act }) => act === "return"),
  ];
}

const returnLabel = "Return to host";

/** What is not reserved at the next start, of the card and of what had to be reserved with it. */
function keepAct(
  { functions, mustBeBound, device }: CardView,
  nextStart: ReadonlyMap<string, string>,
): CardAct[] {
  const held = functions.some(isHeldForVms);
  const wanted = [...functions, ...mustBeBound.filter(isHeldForVms)];
  const missing = wanted.map(({ address }) => address).filter((address) => !nextStart.has(address));
  if (missing.length === 0 || (!held && device.verdict.status === "blocked")) return [];
  const label = held ? "Keep reserved over restarts…" : "Reserve at every start…";
  return [{ act: "keep", label, addresses: missing }];
}

function actsNow({ functions, mustBeBound, isBridge }: CardView): CardAct[] {
  if (isBridge) return [];
  const addresses = functions.map(({ address }) => address);
  const whole = [...addresses, ...mustBeBound.map(({ address }) => address)];
  const otherOnHost = mustBeBound.some((other) => other.driver !== null && !isHeldForVms(other));
  const acts: CardAct[] = [];
  if (!functions.every(isHeldForVms)) acts.push({ act: "reserve", label: "Reserve for VMs", addresses });
  if (otherOnHost) acts.push({ act: "reserve", label: "Reserve the whole group for VMs", addresses: whole });
  if (functions.some(isHeldForVms)) acts.push({ act: "return", label: returnLabel, addresses });
  if (mustBeBound.some(isHeldForVms)) {
    acts.push({ act: "return", label: "Return the whole group to host", addresses: whole });
  }
  return acts;
}
