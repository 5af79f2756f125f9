"use client";

import { useId } from "react";
import type { CardView } from "@/components/device/card-view";
import { deviceTitle } from "@/components/device/device-names";
import { VerdictBadge } from "@/components/device/verdict-badge";
import { Checkbox } from "@/components/ui/checkbox";
import { useDraft, useWizard } from "../../wizard-context";
import { cardOf, hasFunction } from "./card-of";
import { withCards } from "./with-cards";

/** Cards of the host to be ticked, each with its verdict and, where it is not plainly free, why. */
export function CardPicker({ cards }: { cards: readonly CardView[] }) {
  const { wizard, choices, update } = useWizard();
  const [vm] = useDraft();
  const toggle = (card: CardView, on: boolean) => {
    const others = vm.cards.filter((one) => !hasFunction(one, card.device.address));
    const chosen = on ? [...others, cardOf(card, vm, wizard.preset)] : others;
    update((before) => withCards(before, chosen, choices));
  };
  return (
    <ul className="divide-y divide-border rounded-lg border border-border">
      {cards.map((card) => (
        <CardChoice
          key={card.device.address}
          card={card}
          chosen={vm.cards.some((one) => hasFunction(one, card.device.address))}
          onChange={(on) => toggle(card, on)}
        />
      ))}
    </ul>
  );
}

interface CardChoiceProps {
  card: CardView;
  chosen: boolean;
  onChange(chosen: boolean): void;
}

function CardChoice({ card: { device, functions }, chosen, onChange }: CardChoiceProps) {
  const id = useId();
  const reasons = device.verdict.reasons.filter(({ weight }) => weight !== "note");
  const blocked = device.verdict.status === "blocked";
  return (
    <li className="px-2 py-1.5">
      <label htmlFor={id} className="flex cursor-pointer items-start gap-1.5">
        <Checkbox
          id={id}
          checked={chosen}
          disabled={blocked && !chosen}
          onChange={({ target }) => onChange(target.checked)}
        />
        <span className="min-w-0 flex-1 pt-0.5">
          <span className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span className="wrap-anywhere font-medium">{deviceTitle(device)}</span>
            <VerdictBadge verdict={device.verdict} />
          </span>
          <span className="block font-mono text-muted text-sm">
            {functions.map(({ address }) => address).join(", ")}
          </span>
        </span>
      </label>
      {reasons.length === 0 ? null : (
        <ul className="pl-7.5 text-muted text-sm">
          {reasons.map(({ code, message, fix }) => (
            <li key={code} className="wrap-anywhere">
              {message} {fix}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
