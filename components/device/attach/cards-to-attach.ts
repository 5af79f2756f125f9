import type { JudgedReport } from "@/server/pci/schema";
import { type CardView, cardViewAt } from "../card-view";
import { treeOf } from "../tree/topology";
import { byWorth, cardsOf } from "../tree/worth";

/** The cards of a host that a VM could be given, GPUs and what can be reserved for VMs first; each once. */
export function cardsToAttach(report: JudgedReport): CardView[] {
  const nodes = treeOf(report.devices)
    .flatMap((complex) => complex.nodes.flatMap(cardsOf))
    .sort((one, other) => byWorth([one], [other]));
  const cards = new Map<string, CardView>();
  for (const { primary } of nodes) {
    const card = cardViewAt(report, primary.address);
    const key = primary.needs.guestGets[0] ?? primary.address;
    if (card !== null && !card.isBridge && !cards.has(key)) cards.set(key, card);
  }
  return [...cards.values()];
}
