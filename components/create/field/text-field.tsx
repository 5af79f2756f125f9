"use client";

import { Input } from "@/components/ui/input";
import { Field, type FieldProps } from "./field";

interface TextFieldProps extends Omit<FieldProps, "children"> {
  value: string;
  placeholder?: string;
  /** For paths and addresses: letters that can be told apart. */
  mono?: boolean;
  type?: "text" | "password";
  onChange(text: string): void;
}

/** A line of text. */
export function TextField({
  value,
  placeholder,
  mono = false,
  type = "text",
  onChange,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <Input
          {...control}
          type={type}
          value={value}
          placeholder={placeholder}
          autoComplete={type === "password" ? "new-password" : "off"}
          spellCheck={false}
          className={mono ? "font-mono" : undefined}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
