"use client";

import { Select } from "../select";
import { Field, type FieldProps } from "./field";

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  /** Choices of one heading stand below it. */
  group?: string;
}

interface SelectFieldProps<Value extends string> extends Omit<FieldProps, "children"> {
  /** null where nothing is chosen yet. */
  value: Value | null;
  choices: readonly Choice<Value>[];
  /** What stands there as long as nothing is chosen. */
  placeholder?: string;
  onChange(value: Value): void;
}

/** One of several, by the browser's own list. */
export function SelectField<Value extends string>({
  value,
  choices,
  placeholder,
  onChange,
  ...field
}: SelectFieldProps<Value>) {
  const groups = [...new Set(choices.map(({ group }) => group))];
  return (
    <Field {...field}>
      {(control) => (
        <Select
          {...control}
          className="w-full aria-invalid:border-danger"
          value={value ?? ""}
          onChange={({ target }) => {
            const chosen = choices.find((choice) => choice.value === target.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {value === null ? (
            <option value="" disabled>
              {placeholder ?? "Choose"}
            </option>
          ) : null}
          {groups.map((group) => {
            const options = choices
              .filter((choice) => choice.group === group)
              .map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ));
            return group === undefined ? (
              options
            ) : (
              <optgroup key={group} label={group}>
                {options}
              </optgroup>
            );
          })}
        </Select>
      )}
    </Field>
  );
}
