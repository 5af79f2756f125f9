"use client";

import { useState } from "react";
import { Input } from "../input";
import { Select } from "../select";
import { Field, type FieldProps } from "./field";
import { bytesOf, type SizeUnit, sizeUnits, textOf, unitFor } from "./size-text";

interface SizeFieldProps extends Omit<FieldProps, "children" | "label"> {
  label: string;
  /** NaN while nothing that is a size stands there. */
  bytes: number;
  onChange(bytes: number): void;
}

/** A size in bytes, written in MiB, GiB or TiB. */
export function SizeField({ bytes, onChange, label, ...field }: SizeFieldProps) {
  const [unit, setUnit] = useState<SizeUnit>(unitFor(bytes));
  const [text, setText] = useState(textOf(bytes, unit));
  const shown = Object.is(bytesOf(text, unit), bytes) ? text : textOf(bytes, unit);
  return (
    <Field label={label} {...field}>
      {(control) => (
        <span className="flex gap-1.5">
          <Input
            {...control}
            inputMode="decimal"
            value={shown}
            className="tabular-nums"
            onChange={({ target }) => {
              setText(target.value);
              onChange(bytesOf(target.value, unit));
            }}
          />
          <Select
            aria-label={`Unit of ${label.toLowerCase()}`}
            className="w-20 shrink-0"
            value={unit}
            onChange={({ target }) => {
              const chosen = sizeUnits.find((one) => one === target.value) ?? unit;
              setUnit(chosen);
              setText(shown);
              onChange(bytesOf(shown, chosen));
            }}
          >
            {sizeUnits.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        </span>
      )}
    </Field>
  );
}
