"use client";

import { Button } from "@/components/ui/button";
import type { DeviceOwner } from "../device-owner";
import { bindingActs } from "./card-acts";
import type { CardView } from "./card-view";

export interface CardActionsProps {
  hostId: string;
  card: CardView;
  owners: readonly DeviceOwner[];
}

/** What to do with a card now. */
export function CardActions({ card }: CardActionsProps) {
  if (card.isBridge) return null;
  return (
    <section aria-label="Actions" className="flex flex-wrap gap-2">
      {bindingActs(card).map(({ label }) => (
        <Button key={label}>{label}</Button>
      ))}
    </section>
  );
}
