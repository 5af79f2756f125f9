"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { Input } from "@/components/ui/input";

export interface TextFieldProps extends ComponentProps<"input"> {
  label: string;
  /** Stands under the field and is read out with it. */
  hint?: ReactNode;
  /** Stands in the label's line, at its end. */
  aside?: ReactNode;
}

/** A labelled line of text, large enough for fingers. */
export function TextField({ label, hint, aside, ...rest }: TextFieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div>
      <div className="mb-1.5 flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-medium text-sm">
          {label}
        </label>
        {aside}
      </div>
      <Input
        id={id}
        className="h-10! px-3! text-lg!"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        {...(hint === undefined ? {} : { "aria-describedby": hintId })}
        {...rest}
      />
      {hint === undefined ? null : (
        <div id={hintId} className="mt-1.5 text-muted text-sm">
          {hint}
        </div>
      )}
    </div>
  );
}
