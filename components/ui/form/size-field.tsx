"use client";

import { useState } from "react";
import { Field, type FieldProps } from "./field";
import { SizeInput } from "./size-input";

interface SizeFieldProps extends Omit<FieldProps, "children" | "label"> {
  label: string;
  /** NaN while nothing that is a size stands there. */
  bytes: number;
  /** What is written is rounded to whole ones of so many bytes. */
  granule?: number;
  onChange(bytes: number): void;
}

/** A size in bytes, written in KiB, MiB, GiB or TiB. */
export function SizeField({ bytes, granule = 1, onChange, label, ...field }: SizeFieldProps) {
  const [written, setWritten] = useState(textOf(bytes));
  const inBytes = (value: string | null) => Math.round(Number(value ?? Number.NaN) / granule) * granule;
  const change = (value: string | null) => {
    setWritten(value);
    onChange(inBytes(value));
  };
  return (
    <Field label={label} {...field}>
      {(attributes) => (
        <SizeInput
          attributes={attributes}
          label={label}
          value={Object.is(inBytes(written), bytes) ? written : textOf(bytes)}
          onChange={change}
        />
      )}
    </Field>
  );
}

interface OptionalSizeProps extends Omit<SizeFieldProps, "bytes" | "granule" | "onChange"> {
  /** null of nothing; NaN while nothing that is a size stands there. */
  value: number | null;
  onChange(bytes: number | null): void;
}

/** A size in bytes, or null where nothing stands there. */
export function OptionalSizeField({ value, onChange, label, ...field }: OptionalSizeProps) {
  const [written, setWritten] = useState(value === null ? null : textOf(value));
  const inBytes = (text: string | null) => (text === null ? null : Math.round(Number(text)));
  const change = (text: string | null) => {
    setWritten(text);
    onChange(inBytes(text));
  };
  return (
    <Field label={label} {...field}>
      {(attributes) => (
        <SizeInput
          attributes={attributes}
          label={label}
          value={Object.is(inBytes(written), value) || value === null ? written : textOf(value)}
          onChange={change}
        />
      )}
    </Field>
  );
}

function textOf(bytes: number): string | null {
  return Number.isFinite(bytes) ? String(bytes) : null;
}
