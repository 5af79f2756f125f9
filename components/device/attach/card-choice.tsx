"use client";

import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/select";
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
    <Field label="Card">
      {(attributes) => (
        <Select
          {...attributes}
          className="w-full"
          value={address ?? ""}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="" disabled>
            Choose a card
          </option>
          {cards.map(({ device }) => (
            <option key={device.address} value={device.address}>
              {device.address} · {deviceTitle(device)} · {lookOf(device.verdict).word}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
