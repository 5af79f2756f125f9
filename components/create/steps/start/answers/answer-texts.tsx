"use client";

import { TextField } from "@/components/ui/form/text-field";

/** A field of an answers' form in which a text is typed. */
export interface TextRow<Name extends string> {
  name: Name;
  label: string;
  note?: string;
  placeholder?: string;
  mono?: boolean;
  type?: "password";
  autoComplete?: "off" | "new-password";
}

/** The names of what is typed as text in a draft. */
export type TextsOf<Draft> = {
  [Name in keyof Draft]: Draft[Name] extends string ? Name : never;
}[keyof Draft] &
  string;

interface AnswerTextsProps<Draft extends object> {
  rows: readonly TextRow<TextsOf<Draft>>[];
  draft: Draft;
  onEdit(draft: Draft): void;
}

/** Several of them, each with what stands against it. */
export function AnswerTexts<Draft extends object>({ rows, draft, onEdit }: AnswerTextsProps<Draft>) {
  return rows.map(({ name, ...field }) => (
    <TextField
      key={name}
      {...field}
      path={["answers", "settings", name]}
      value={String(draft[name])}
      onChange={(text) => onEdit({ ...draft, [name]: text })}
    />
  ));
}
