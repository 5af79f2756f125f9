"use client";

import { useState } from "react";
import { describePasswordLength, minimumPasswordLength } from "./password-length";
import { TextField } from "./text-field";

export interface PasswordFieldProps {
  /** A password that is being thought up shows how long it is; one that is known does not. */
  kind: "current" | "new";
}

/** A password, hidden until its owner wants to see it. */
export function PasswordField({ kind }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const [password, setPassword] = useState("");
  const isNew = kind === "new";
  return (
    <TextField
      label="Password"
      name="password"
      type={shown ? "text" : "password"}
      autoComplete={isNew ? "new-password" : "current-password"}
      required
      minLength={isNew ? minimumPasswordLength : undefined}
      maxLength={isNew ? 256 : undefined}
      value={password}
      onChange={(event) => setPassword(event.currentTarget.value)}
      hint={isNew ? <LengthMeter password={password} /> : undefined}
      aside={
        <button
          type="button"
          aria-pressed={shown}
          className="-my-1 -mr-1 rounded-sm px-1 py-1 text-accent text-sm hover:underline"
          onClick={() => setShown(!shown)}
        >
          {shown ? "Hide" : "Show"}
          <span className="sr-only"> password</span>
        </button>
      }
    />
  );
}

function LengthMeter({ password }: { password: string }) {
  const { share, text } = describePasswordLength(password);
  return (
    <>
      <span aria-hidden className="mb-1.5 block h-1 overflow-hidden rounded-full bg-foreground/10">
        <span
          className={share < 1 ? "block h-full bg-warning" : "block h-full bg-success"}
          style={{ width: `${share * 100}%` }}
        />
      </span>
      <span aria-live="polite">{text}</span>
    </>
  );
}
