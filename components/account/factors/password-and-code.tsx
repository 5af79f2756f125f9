"use client";

import { CodeField } from "./code-field";
import { OwnPasswordField } from "./own-password-field";

/** What is typed to change a second factor. */
export interface Typed {
  password: string;
  code: string;
}

export const nothingTyped: Typed = { password: "", code: "" };

/** The fields for it. */
export function PasswordAndCode({ typed, onChange }: { typed: Typed; onChange(typed: Typed): void }) {
  return (
    <>
      <OwnPasswordField value={typed.password} onChange={(password) => onChange({ ...typed, password })} />
      <CodeField
        label="Code"
        note="Of the app, or a recovery code."
        value={typed.code}
        onChange={(code) => onChange({ ...typed, code })}
      />
    </>
  );
}
