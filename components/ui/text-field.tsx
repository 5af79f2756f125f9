import type { ComponentProps, ReactNode } from "react";
import { Field } from "./field";
import { Input } from "./input";

export interface TextFieldProps extends Omit<ComponentProps<"input">, "onChange" | "id"> {
  label: string;
  note?: ReactNode;
  problem?: string | null | undefined;
  onChange(text: string): void;
}

/** A labelled line of text. */
export function TextField({ label, note, problem, onChange, ...rest }: TextFieldProps) {
  return (
    <Field label={label} note={note} problem={problem}>
      {(attributes) => (
        <Input
          autoComplete="off"
          spellCheck={false}
          {...attributes}
          {...rest}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
