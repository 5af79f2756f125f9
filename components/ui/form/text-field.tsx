import type { ComponentProps } from "react";
import { classNames } from "../class-names";
import { Input } from "../input";
import { Field, type FieldProps } from "./field";

export interface TextFieldProps
  extends Omit<ComponentProps<"input">, "onChange" | "id" | "className" | "children">,
    Omit<FieldProps, "children"> {
  /** For paths and addresses: letters that can be told apart. */
  mono?: boolean;
  onChange(text: string): void;
}

/** A labelled line of text. */
export function TextField({
  label,
  note,
  problem,
  path,
  className,
  mono = false,
  type = "text",
  onChange,
  ...rest
}: TextFieldProps) {
  return (
    <Field label={label} note={note} problem={problem} path={path} className={className}>
      {(attributes) => (
        <Input
          {...attributes}
          type={type}
          autoComplete={type === "password" ? "new-password" : "off"}
          spellCheck={false}
          className={classNames(mono && "font-mono")}
          {...rest}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
