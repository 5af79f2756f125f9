"use client";

import { useState } from "react";
import { Input } from "../input";
import { Field, type FieldAttributes, type FieldProps } from "./field";

interface Limits {
  min?: number;
  max?: number;
}

interface NumberFieldProps extends Omit<FieldProps, "children">, Limits {
  /** NaN while nothing that is a number stands there. */
  value: number;
  onChange(value: number): void;
}

/** A whole number. What is none is NaN, which no schema lets through. */
export function NumberField({ value, min, max, onChange, ...field }: NumberFieldProps) {
  const [text, setText] = useState(String(value));
  // What was typed stays as it was typed, as long as it means the value.
  const shown = Object.is(numberOf(text), value) ? text : String(value);
  const change = (typed: string) => {
    setText(typed);
    onChange(numberOf(typed));
  };
  return (
    <Field {...field}>
      {(control) => <NumberInput control={control} text={shown} onChange={change} min={min} max={max} />}
    </Field>
  );
}

interface OptionalNumberProps extends Omit<NumberFieldProps, "value" | "onChange"> {
  value: number | null;
  /** What counts where nothing stands there. */
  placeholder?: string;
  onChange(value: number | null): void;
}

/** A whole number, or null where nothing stands there. */
export function OptionalNumberField({
  value,
  min,
  max,
  placeholder,
  onChange,
  ...field
}: OptionalNumberProps) {
  const change = (typed: string) => onChange(typed === "" ? null : numberOf(typed));
  return (
    <Field {...field}>
      {(control) => (
        <NumberInput
          control={control}
          text={String(value ?? "")}
          onChange={change}
          min={min}
          max={max}
          placeholder={placeholder}
        />
      )}
    </Field>
  );
}

interface NumberInputProps {
  control: FieldAttributes;
  text: string;
  min: number | undefined;
  max: number | undefined;
  placeholder?: string | undefined;
  onChange(text: string): void;
}

function NumberInput({ control, text, min, max, placeholder, onChange }: NumberInputProps) {
  return (
    <Input
      {...control}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      step={1}
      placeholder={placeholder}
      value={text}
      className="tabular-nums"
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

function numberOf(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}
