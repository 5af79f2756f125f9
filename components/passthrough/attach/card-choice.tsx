"use client";

import { useId } from "react";
import type { CardView } from "../card/card-view";
import { deviceTitle } from "../device-names";
import { lookOf } from "../verdict-look";
import { selectClasses } from "./select-classes";

export interface CardChoiceProps {
  cards: readonly CardView[];
  address: string | null;
  onChange(address: string): void;
}

/** Which card of the host the VM gets: by name and address, so that twins can be told apart. */
export function CardChoice({ cards, address, onChange }: CardChoiceProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="font-medium">
        Card
      </label>
      <select
        id={id}
        value={address ?? ""}
        onChange={({ target }) => onChange(target.value)}
        className={`mt-1 ${selectClasses}`}
      >
        <option value="" disabled>
          Choose a card
        </option>
        {cards.map(({ device }) => (
          <option key={device.address} value={device.address}>
            {device.address} · {deviceTitle(device)} · {lookOf(device.verdict).word}
          </option>
        ))}
      </select>
    </div>
  );
}
