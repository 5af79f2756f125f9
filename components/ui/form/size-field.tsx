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
export function SizeField({ bytes, granule = 1, onChange, ...field }: SizeFieldProps) {
  const inBytes = (text: string | null) => Math.round(Number(text ?? Number.NaN) / granule) * granule;
  return <WrittenSize {...field} bytes={bytes} inBytes={inBytes} onChange={onChange} />;
}

interface OptionalSizeProps extends Omit<SizeFieldProps, "bytes" | "granule" | "onChange"> {
  /** null of nothing; NaN while nothing that is a size stands there. */
  value: number | null;
  onChange(bytes: number | null): void;
}

/** A size in bytes, or null where nothing stands there. */
export function OptionalSizeField({ value, onChange, ...field }: OptionalSizeProps) {
  const inBytes = (text: string | null) => (text === null ? null : Math.round(Number(text)));
  return <WrittenSize {...field} bytes={value} inBytes={inBytes} onChange={onChange} />;
}

interface WrittenSizeProps<Bytes extends number | null>
  extends Omit<SizeFieldProps, "bytes" | "granule" | "onChange"> {
  bytes: Bytes;
  /** What a text comes to. */
  inBytes(text: string | null): Bytes;
  onChange(bytes: Bytes): void;
}

/** What is written stays as it is, as long as it comes to what counts. */
function WrittenSize<Bytes extends number | null>({
  bytes,
  inBytes,
  onChange,
  label,
  ...field
}: WrittenSizeProps<Bytes>) {
  const [written, setWritten] = useState(textOf(bytes));
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
          value={Object.is(inBytes(written), bytes) ? written : textOf(bytes)}
          onChange={change}
        />
      )}
    </Field>
  );
}

function textOf(bytes: number | null): string | null {
  return bytes !== null && Number.isFinite(bytes) ? String(bytes) : null;
}
