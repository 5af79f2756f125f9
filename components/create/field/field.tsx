"use client";

import { type ReactNode, useId } from "react";
import { type Path, problemsBelow } from "../state/problems";
import { useProblems } from "../wizard-context";
import { ProblemList } from "./problem-list";

/** What a control needs so that its label, note and problems are read out with it. */
export interface ControlProps {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean;
}

export interface FieldProps {
  label: string;
  note?: ReactNode;
  /** Where in the specification its value stands; what is found at or below it is shown here. */
  path?: Path | undefined;
  className?: string | undefined;
  children(control: ControlProps): ReactNode;
}

/** A control with its label, what it means, and what stands against its value. */
export function Field({ label, note, path, className, children }: FieldProps) {
  const id = useId();
  const all = useProblems();
  const problems = path === undefined ? [] : problemsBelow(all, path);
  const described = [note === undefined ? "" : `${id}-note`, problems.length === 0 ? "" : `${id}-problems`];
  return (
    <div className={className ?? "min-w-0"}>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className="mt-1">
        {children({
          id,
          "aria-describedby": described.join(" ").trim() || undefined,
          "aria-invalid": problems.some(({ weight }) => weight === "fail"),
        })}
      </div>
      {note === undefined ? null : (
        <p id={`${id}-note`} className="wrap-anywhere mt-1 text-muted text-sm">
          {note}
        </p>
      )}
      {problems.length === 0 ? null : (
        <div className="mt-1">
          <ProblemList id={`${id}-problems`} problems={problems} />
        </div>
      )}
    </div>
  );
}
