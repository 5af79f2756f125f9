"use client";

import { isAsked, problemBeside } from "@/server/domain/fields/conditions.schema";
import type { Field, Values } from "@/server/domain/fields/field.schema";
import { useHardwareRoom } from "../hardware-context";
import { FieldControl } from "./field-control";
import { suggestionsFor } from "./suggestions";

export interface FieldsViewProps {
  fields: readonly Field[];
  /** What is shown, changes included. */
  values: Values;
  /** Fields that are looked over for what is wrong with them. */
  checked(name: string): boolean;
  /** What is to be said of a field besides. */
  remarkOn?(field: Field): string | null;
  disabled: boolean;
  onChange(name: string, value: string | null): void;
}

/** The settings that make sense now; those that few need are shown on demand. */
export function FieldsView({ fields, values, ...rest }: FieldsViewProps) {
  const shown = fields.filter((field) => isAsked(field, values));
  const isRare = ({ rare, name }: Field) => rare === true && (values[name] ?? null) === null;
  const [usual, rare] = [shown.filter((field) => !isRare(field)), shown.filter(isRare)];
  return (
    <div className="flex flex-col gap-4">
      <FieldGrid fields={usual} values={values} {...rest} />
      {rare.length === 0 ? null : (
        <details className="rounded-lg border border-border">
          <summary className="cursor-pointer px-3 py-2 font-medium">More settings</summary>
          <div className="border-border border-t px-3 py-3">
            <FieldGrid fields={rare} values={values} {...rest} />
          </div>
        </details>
      )}
    </div>
  );
}

function FieldGrid({ fields, values, checked, remarkOn, disabled, onChange }: FieldsViewProps) {
  const { choices } = useHardwareRoom();
  return (
    <div className="grid items-start gap-x-5 gap-y-3.5 sm:grid-cols-2">
      {fields.map((field) => {
        const value = values[field.name] ?? null;
        const problem = checked(field.name) ? problemBeside(fields, field, values) : null;
        return (
          <FieldControl
            key={field.name}
            field={field}
            value={value}
            problem={problem ?? remarkOn?.(field) ?? null}
            suggestions={suggestionsFor(field, values, choices)}
            disabled={disabled}
            onChange={(to) => onChange(field.name, to)}
          />
        );
      })}
    </div>
  );
}
