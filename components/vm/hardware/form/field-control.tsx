"use client";

import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { type FieldAttributes, Field as Labelled } from "@/components/ui/form/field";
import { AreaField } from "@/components/ui/form/lines-field";
import { SizeInput } from "@/components/ui/form/size-input";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Field } from "@/server/domain/fields/field.schema";

export interface FieldControlProps {
  field: Field;
  value: string | null;
  problem: string | null;
  suggestions: readonly string[];
  disabled: boolean;
  onChange(value: string | null): void;
}

/** One setting: its label, the control that fits it, and what it means or what is wrong with it. */
export function FieldControl(props: FieldControlProps) {
  const { field, problem } = props;
  if (field.input.kind === "lines") return <LinesControl {...props} />;
  if (field.input.kind === "presence") return <PresenceControl {...props} />;
  return (
    <Labelled label={field.label} note={field.note} problem={problem}>
      {(attributes) => <Control {...props} attributes={attributes} />}
    </Labelled>
  );
}

function Control({ attributes, ...props }: FieldControlProps & { attributes: FieldAttributes }) {
  const { field, value, disabled, onChange } = props;
  const { input } = field;
  if (field.fixed) {
    return (
      <p id={attributes.id} className="min-h-8 content-center font-mono text-sm">
        {value ?? "—"}
      </p>
    );
  }
  if (input.kind === "choice") return <ChoiceControl {...props} attributes={attributes} />;
  if (input.kind === "size") {
    return (
      <SizeInput
        attributes={attributes}
        label={field.label}
        value={value}
        disabled={disabled}
        onChange={onChange}
      />
    );
  }
  return <TextControl {...props} attributes={attributes} />;
}

/** What the definition has that is none of the choices stays one. */
function ChoiceControl({
  field,
  value,
  disabled,
  attributes,
  onChange,
}: FieldControlProps & { attributes: FieldAttributes }) {
  const choices = field.input.kind === "choice" ? field.input.choices : [];
  const known = value === null || choices.some(([choice]) => choice === value);
  return (
    <Select
      {...attributes}
      className="w-full"
      disabled={disabled}
      value={value ?? ""}
      onChange={({ target }) => onChange(target.value === "" ? null : target.value)}
    >
      {field.required && value !== null ? null : <option value="">Default</option>}
      {known ? null : <option value={value}>{value} (current)</option>}
      {choices.map(([choice, label]) => (
        <option key={choice} value={choice}>
          {label}
        </option>
      ))}
    </Select>
  );
}

function TextControl({
  field,
  value,
  suggestions,
  disabled,
  attributes,
  onChange,
}: FieldControlProps & { attributes: FieldAttributes }) {
  const listId = useId();
  const numeric = field.input.kind === "number";
  const mono = field.input.kind === "text" && field.input.mono === true;
  return (
    <>
      <Input
        {...attributes}
        className={mono ? "font-mono" : ""}
        inputMode={numeric ? "numeric" : undefined}
        list={suggestions.length === 0 ? undefined : listId}
        disabled={disabled}
        value={value ?? ""}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => onChange(target.value === "" ? null : target.value)}
      />
      {suggestions.length === 0 ? null : (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </>
  );
}

function LinesControl({ field, problem, value, disabled, onChange }: FieldControlProps) {
  return (
    <AreaField
      label={field.label}
      note={field.note}
      problem={problem}
      rows={4}
      disabled={disabled}
      value={value ?? ""}
      onChange={(text) => onChange(text === "" ? null : text)}
    />
  );
}

function PresenceControl({ field, value, disabled, onChange }: FieldControlProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-1.5 sm:pt-6">
      <Checkbox
        id={id}
        disabled={disabled}
        checked={value !== null}
        aria-describedby={field.note === undefined ? undefined : `${id}-note`}
        onChange={({ target }) => onChange(target.checked ? "yes" : null)}
      />
      <div className="min-w-0 pt-0.5">
        <label htmlFor={id} className="font-medium">
          {field.label}
        </label>
        {field.note === undefined ? null : (
          <p id={`${id}-note`} className="wrap-anywhere text-muted text-sm">
            {field.note}
          </p>
        )}
      </div>
    </div>
  );
}
