"use client";

import { SelectField } from "@/components/ui/form/select-field";
import type { CardView } from "../card-view";
import { deviceTitle } from "../device-names";
import { lookOf } from "../verdict-look";

export interface CardChoiceProps {
  cards: readonly CardView[];
  address: string | null;
  onChange(address: string): void;
}

/** Which card of the host the VM gets: by name and address, so that twins can be told apart. */
export function CardChoice({ cards, address, onChange }: CardChoiceProps) {
  return (
    <SelectField
      label="Card"
      placeholder="Choose a card"
      value={address}
      choices={cards.map(({ device }) => ({
        value: device.address,
        label: `${device.address} · ${deviceTitle(device)} · ${lookOf(device.verdict).word}`,
      }))}
      onChange={onChange}
    />
  );
}
