"use client";

import { useState } from "react";
import { Input } from "@/components/ui/input";
import { Field, type FieldProps } from "./field";

interface NumberFieldProps extends Omit<FieldProps, "children"> {
  /** NaN while nothing that is a number stands there. */
  value: number;
  min?: number;
  max?: number;
  onChange(value: number): void;
}

/** A whole number. What is none is NaN, which no schema lets through. */
export function NumberField({ value, min, max, onChange, ...field }: NumberFieldProps) {
  const [text, setText] = useState(String(value));
  // What was typed stays as it was typed, as long as it means the value.
  const shown = Object.is(numberOf(text), value) ? text : String(value);
  return (
    <Field {...field}>
      {(control) => (
        <Input
          {...control}
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          step={1}
          value={shown}
          className="tabular-nums"
          onChange={({ target }) => {
            setText(target.value);
            onChange(numberOf(target.value));
          }}
        />
      )}
    </Field>
  );
}

interface OptionalNumberProps extends Omit<NumberFieldProps, "value" | "onChange"> {
  value: number | null;
  onChange(value: number | null): void;
}

/** A whole number, or null where nothing stands there. */
export function OptionalNumberField({ value, min, max, onChange, ...field }: OptionalNumberProps) {
  return (
    <Field {...field}>
      {(control) => (
        <Input
          {...control}
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          step={1}
          value={value ?? ""}
          className="tabular-nums"
          onChange={({ target }) => onChange(target.value === "" ? null : numberOf(target.value))}
        />
      )}
    </Field>
  );
}

function numberOf(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}
