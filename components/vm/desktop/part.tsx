"use client";

import { type ReactNode, useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";

interface PartProps {
  label: string;
  note: ReactNode;
  on: boolean;
  disabled?: boolean;
  onSwitch(on: boolean): void;
  /** What is to be chosen of it while it is on. */
  children?: ReactNode;
}

/** A part of the setup that can be switched off, with what is to be chosen of it. */
export function Part({ label, note, on, disabled = false, onSwitch, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-border border-t pt-3">
      <div className="flex items-start gap-1.5">
        <Checkbox
          id={`${id}-on`}
          aria-describedby={`${id}-note`}
          checked={on}
          disabled={disabled}
          onChange={({ target }) => onSwitch(target.checked)}
        />
        <div className="min-w-0 pt-0.5">
          <label id={id} htmlFor={`${id}-on`} className="font-medium">
            {label}
          </label>
          <p id={`${id}-note`} className="wrap-anywhere text-muted text-sm">
            {note}
          </p>
        </div>
      </div>
      {on && children !== undefined ? <div className="mt-3 pl-7">{children}</div> : null}
    </section>
  );
}
