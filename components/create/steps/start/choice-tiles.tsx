"use client";

import type { LucideIcon } from "lucide-react";
import { classNames } from "@/components/ui/class-names";

export interface Tile<Value extends string> {
  value: Value;
  label: string;
  note: string;
  icon?: LucideIcon;
}

interface ChoiceTilesProps<Value extends string> {
  legend: string;
  tiles: readonly Tile<Value>[];
  value: Value;
  onChange(value: Value): void;
}

/** One of a few, each with a line of what it means. By keyboard it is one field with arrows. */
export function ChoiceTiles<Value extends string>({
  legend,
  tiles,
  value,
  onChange,
}: ChoiceTilesProps<Value>) {
  return (
    <fieldset className="grid grid-cols-1 gap-2 sm:grid-cols-2 xl:grid-cols-4">
      <legend className="sr-only">{legend}</legend>
      {tiles.map(({ value: own, label, note, icon: Icon }) => (
        <label
          key={own}
          className={classNames(
            "relative flex gap-2.5 rounded-lg border px-3 py-2 has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2",
            own === value ? "border-accent bg-accent/8" : "border-border hover:bg-foreground/4",
          )}
        >
          <input
            type="radio"
            name={legend}
            value={own}
            aria-label={label}
            className="absolute inset-0 size-full cursor-pointer opacity-0"
            checked={own === value}
            onChange={() => onChange(own)}
          />
          {Icon === undefined ? null : (
            <Icon
              aria-hidden
              className={classNames("mt-0.5 size-4 shrink-0", own === value ? "text-accent" : "text-muted")}
            />
          )}
          <span className="min-w-0">
            <span className="block font-medium">{label}</span>
            <span className="wrap-anywhere block text-muted text-sm">{note}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
