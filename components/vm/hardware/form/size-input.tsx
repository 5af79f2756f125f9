"use client";

import { useState } from "react";
import type { FieldAttributes } from "@/components/ui/form/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { amountOf, bytesOf, type SizeUnit, sizeUnits, unitOf } from "./size-units";

interface SizeInputProps {
  attributes: FieldAttributes;
  label: string;
  /** Bytes, or what was written that is no number. */
  value: string | null;
  disabled: boolean;
  onChange(value: string | null): void;
}

/** A size as a number and a unit. */
export function SizeInput({ attributes, label, value, disabled, onChange }: SizeInputProps) {
  const [unit, setUnit] = useState<SizeUnit>(unitOf(value));
  const [text, setText] = useState<string | null>(null);
  const shown = text !== null && bytesOf(text, unit) === value ? text : amountOf(value, unit);
  return (
    <span className="flex gap-1.5">
      <Input
        {...attributes}
        inputMode="decimal"
        disabled={disabled}
        value={Number.isNaN(Number(value ?? 0)) ? (value ?? "") : shown}
        className="tabular-nums"
        onChange={({ target }) => {
          setText(target.value);
          onChange(bytesOf(target.value, unit));
        }}
      />
      <Select
        aria-label={`Unit of ${label.toLowerCase()}`}
        className="w-20 shrink-0"
        disabled={disabled}
        value={unit}
        onChange={({ target }) => {
          setUnit(sizeUnits.find((one) => one === target.value) ?? unit);
          setText(null);
        }}
      >
        {sizeUnits.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Select>
    </span>
  );
}
