"use client";

import { useState } from "react";
import { Input } from "../input";
import { Select } from "../select";
import type { FieldAttributes } from "./field";
import { amountOf, bytesOf, type SizeUnit, sizeUnits, unitOf, writtenUnit } from "./size-text";

interface SizeInputProps {
  attributes: FieldAttributes;
  label: string;
  /** Bytes, or what was written that is no size; null of nothing. */
  value: string | null;
  disabled?: boolean;
  onChange(value: string | null): void;
}

/** A size as a number and a unit, which may be written behind the number as well. */
export function SizeInput({ attributes, label, value, disabled = false, onChange }: SizeInputProps) {
  const [unit, setUnit] = useState<SizeUnit>(unitOf(value));
  const [text, setText] = useState(amountOf(value, unit));
  // What was typed stays as it was typed, as long as it means the value.
  const shown = bytesOf(text, unit) === value ? text : amountOf(value, unit);
  const write = (typed: string, of: SizeUnit) => {
    setText(typed);
    setUnit(of);
    onChange(bytesOf(typed, of));
  };
  return (
    <span className="flex gap-1.5">
      <Input
        {...attributes}
        inputMode="decimal"
        disabled={disabled}
        value={shown}
        className="tabular-nums"
        onChange={({ target }) => write(target.value, writtenUnit(target.value) ?? unit)}
      />
      <Select
        aria-label={`Unit of ${label.toLowerCase()}`}
        className="w-20 shrink-0"
        disabled={disabled}
        value={unit}
        onChange={({ target }) =>
          write(shown.replace(/\s*[a-z]+$/i, ""), sizeUnits.find((one) => one === target.value) ?? unit)
        }
      >
        {sizeUnits.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Select>
    </span>
  );
}
