"use client";

import { type ReactNode, useState } from "react";
import { formatBytes } from "@/components/formats/numbers";
import { Button } from "@/components/ui/button";
import { isAsked, problemBeside, settled } from "@/server/domain/fields/conditions.schema";
import type { Field, Values } from "@/server/domain/fields/field.schema";
import { useHardwareRoom } from "../hardware-context";
import { changeOf, type Draft, isOvertaken, openChanges, withChange } from "./draft";
import { FieldsView } from "./fields-view";

export interface HardwareFormProps {
  /** A device's key or a section's id. */
  subject: string;
  /** "disk vda": what a change is a change of. */
  name: string;
  fields: readonly Field[];
  values: Values;
  check?: ((values: Values) => string | null) | undefined;
  /** Stands above the fields, with a way to set several at once. */
  above?: (shown: Values, set: (values: Values) => void) => ReactNode;
  /** Stands at the left of the buttons. */
  aside?: ReactNode;
}

/** A device's or the machine's settings. What is changed is shown as a diff before it is applied. */
export function HardwareForm({ subject, name, fields, values, check, above, aside }: HardwareFormProps) {
  const { readOnly, propose } = useHardwareRoom();
  const [kept, setDraft] = useState<Draft>({});
  const draft = openChanges(values, kept);
  // What the definition says by now is nobody's change any more, whatever it says later.
  if (Object.keys(draft).length < Object.keys(kept).length) setDraft(draft);
  const shown = settled(fields, { now: values, to: changeOf(draft).to }).values;
  const changed = Object.keys(draft);
  const set = (more: Values) =>
    setDraft((before) =>
      Object.entries(more).reduce(
        (next, [field, to]) => withChange(next, field, { now: values[field] ?? null, to }),
        openChanges(values, before),
      ),
    );
  const wrong = fields.some(
    (field) =>
      changed.includes(field.name) && isAsked(field, shown) && problemBeside(fields, field, shown) !== null,
  );
  const together = changed.length === 0 || wrong ? null : (check?.(shown) ?? null);
  const remarkOn = (field: Field) =>
    isOvertaken(values, draft, field.name)
      ? `Somebody else set it to “${wordsOf(field, values)}” meanwhile; you want “${wordsOf(field, shown)}”.`
      : null;
  const overtaken = changed.filter((field) => isOvertaken(values, draft, field));
  return (
    <form
      className="flex flex-col gap-4 px-4 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        propose(`Change ${name}`, {
          act: "change",
          key: subject,
          ...changeOf(sensible(fields, shown, draft)),
        });
      }}
    >
      {above?.(shown, set)}
      <FieldsView
        fields={fields}
        values={shown}
        checked={(field) => changed.includes(field)}
        remarkOn={remarkOn}
        disabled={readOnly !== null}
        onChange={(field, to) => set({ [field]: to })}
      />
      <p role="alert" className="text-danger empty:hidden">
        {together}
      </p>
      <div className="flex flex-wrap items-center justify-end gap-2 border-border border-t pt-3">
        <div className="mr-auto">{aside}</div>
        {readOnly === null ? null : <p className="text-muted text-sm">{readOnly}</p>}
        {overtaken.length === 0 ? null : (
          <Button onClick={() => setDraft(acknowledged(values, draft, overtaken))}>Keep mine</Button>
        )}
        {changed.length === 0 ? null : <Button onClick={() => setDraft({})}>Reset</Button>}
        <Button
          type="submit"
          variant="primary"
          disabled={
            changed.length === 0 || wrong || together !== null || overtaken.length > 0 || readOnly !== null
          }
        >
          Apply…
        </Button>
      </div>
    </form>
  );
}

/** A field's value as the form shows it. */
function wordsOf({ name, input }: Field, values: Values): string {
  const value = values[name] ?? null;
  if (value === null) return "default";
  if (input.kind === "size") return formatBytes(Number(value));
  const label = input.kind === "choice" ? input.choices.find(([choice]) => choice === value)?.[1] : null;
  return label ?? value;
}

/** Fields that no longer make sense beside the rest are not asked for. */
function sensible(fields: readonly Field[], shown: Values, draft: Draft): Draft {
  const senseless = fields.filter((field) => !isAsked(field, shown)).map(({ name }) => name);
  return Object.fromEntries(Object.entries(draft).filter(([name]) => !senseless.includes(name)));
}

/** The person has seen what somebody else did, and wants theirs all the same. */
function acknowledged(values: Values, draft: Draft, names: readonly string[]): Draft {
  const seen = names.map((name) => [name, { from: values[name] ?? null, to: draft[name]?.to ?? null }]);
  return { ...draft, ...Object.fromEntries(seen) };
}
