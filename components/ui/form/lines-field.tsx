"use client";

import { useState } from "react";
import { classNames } from "../class-names";
import { Field, type FieldProps } from "./field";

interface AreaFieldProps extends Omit<FieldProps, "children"> {
  value: string;
  rows: number;
  placeholder?: string;
  disabled?: boolean;
  /** Whether long lines go on below, or out of sight. */
  wrap?: boolean;
  onChange(text: string): void;
}

/** Text of several lines, in letters that can be told apart. */
export function AreaField({
  value,
  rows,
  placeholder,
  wrap = true,
  disabled,
  onChange,
  ...field
}: AreaFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          rows={rows}
          value={value}
          placeholder={placeholder}
          disabled={disabled}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => onChange(target.value)}
          className={classNames(
            "w-full min-w-0 resize-y rounded-md border border-border-strong bg-surface px-2.5 py-1.5 font-mono text-foreground text-sm",
            "placeholder:text-muted aria-invalid:border-danger",
            wrap ? "wrap-anywhere" : "overflow-x-auto whitespace-pre",
          )}
        />
      )}
    </Field>
  );
}

interface LinesFieldProps extends Omit<AreaFieldProps, "value" | "onChange" | "wrap"> {
  lines: readonly string[];
  onChange(lines: string[]): void;
}

/** A list, one entry a line; empty lines are none. */
export function LinesField({ lines, onChange, ...area }: LinesFieldProps) {
  const [text, setText] = useState(lines.join("\n"));
  const shown = entriesOf(text).join("\n") === lines.join("\n") ? text : lines.join("\n");
  return (
    <AreaField
      {...area}
      value={shown}
      onChange={(typed) => {
        setText(typed);
        onChange(entriesOf(typed));
      }}
    />
  );
}

function entriesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
