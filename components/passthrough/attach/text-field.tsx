"use client";

import { useId } from "react";
import { Input } from "@/components/ui/input";

interface TextFieldProps {
  label: string;
  note: string;
  value: string;
  problem: string | null;
  inputMode?: "numeric";
  onChange(text: string): void;
}

/** A line of text with what it means, or what is wrong with it. */
export function TextField({ label, note, value, problem, inputMode, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <Input
        id={id}
        className="mt-1 font-mono"
        value={value}
        inputMode={inputMode}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={`${id}-note`} className={problem === null ? "text-muted text-sm" : "text-danger text-sm"}>
        {problem ?? note}
      </p>
    </div>
  );
}
