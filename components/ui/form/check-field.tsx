"use client";

import { type ReactNode, useId } from "react";
import { Checkbox } from "../checkbox";

interface CheckFieldProps {
  label: string;
  note?: ReactNode;
  checked: boolean;
  /** For what can't be chosen now; the note says why. */
  disabled?: boolean;
  onChange(checked: boolean): void;
}

/** A choice that is on or off, with what it does. */
export function CheckField({ label, note, checked, disabled = false, onChange }: CheckFieldProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-1.5">
      <Checkbox
        id={id}
        {...(note === undefined ? {} : { "aria-describedby": `${id}-note` })}
        checked={checked}
        disabled={disabled}
        onChange={({ target }) => onChange(target.checked)}
      />
      <div className="min-w-0 pt-0.5">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {note === undefined ? null : (
          <p id={`${id}-note`} className="wrap-anywhere text-muted text-sm">
            {note}
          </p>
        )}
      </div>
    </div>
  );
}
