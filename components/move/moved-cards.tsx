"use client";

import { SelectField } from "@/components/ui/form/select-field";
import type { MovePlan } from "./move-plan";

type Card = MovePlan["cards"][number];
/** A card of the target, for one of the VM. */
export type ChosenCard = { from: string; to: string };

interface MovedCardsProps {
  cards: readonly Card[];
  chosen: readonly ChosenCard[];
  onChoose(cards: readonly ChosenCard[]): void;
}

/** Which equal card of the target the VM gets for each that it is handed. */
export function MovedCards({ cards, chosen, onChoose }: MovedCardsProps) {
  if (cards.length === 0) return null;
  const choose = (from: string, to: string) =>
    onChoose([...chosen.filter((card) => card.from !== from), { from, to }]);
  return (
    <ul aria-label="Cards" className="divide-y divide-border rounded-md border border-border">
      {cards.map(({ address, label, equals, to }) => (
        <li key={address} className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2 px-3 py-2">
          <div className="wrap-anywhere min-w-0 flex-1 basis-60">
            <span className="font-medium">{label}</span>{" "}
            {equals.length === 0 ? "has no free equal on the target" : "is exchanged for an equal card"}
            <span className="block font-mono text-sm">{address}</span>
          </div>
          {equals.length === 0 ? null : (
            <SelectField
              label={`Card for ${address}`}
              value={to}
              placeholder="Choose a card"
              choices={equals.map((card) => ({
                value: card.address,
                label: `${card.address} ${card.label}`,
              }))}
              onChange={(card) => choose(address, card)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
