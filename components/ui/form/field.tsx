"use client";

import { type ReactNode, useId } from "react";
import { useFormProblems } from "./form-problems";
import { ProblemList } from "./problem-list";
import { type Path, problemsBelow } from "./problems";

/** What ties a control to its label and to the words under it. */
export interface FieldAttributes {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

export interface FieldProps {
  label: ReactNode;
  /** What the value means; read out with the control. */
  note?: ReactNode;
  /** What is wrong with the value; stands in place of the note. */
  problem?: string | null | undefined;
  /** Where its value stands in what the form holds: what `FormProblems` has at or below it is shown here. */
  path?: Path | undefined;
  className?: string | undefined;
  /** The control, which takes the attributes. */
  children: (attributes: FieldAttributes) => ReactNode;
}

/** A labelled control with what it means, and what is wrong with it. */
export function Field({ label, note, problem = null, path, className = "min-w-0", children }: FieldProps) {
  const id = useId();
  const all = useFormProblems();
  const found = path === undefined ? [] : problemsBelow(all, path);
  const words = problem ?? note;
  const described = [
    ...(words === undefined ? [] : [`${id}-note`]),
    ...(found.length === 0 ? [] : [`${id}-problems`]),
  ];
  const invalid = problem !== null || found.some(({ weight }) => weight === "fail");
  const attributes: FieldAttributes = {
    id,
    ...(described.length === 0 ? {} : { "aria-describedby": described.join(" ") }),
    ...(invalid ? { "aria-invalid": true } : {}),
  };
  return (
    <div className={className}>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className="mt-1">{children(attributes)}</div>
      {words === undefined ? null : (
        <p
          id={`${id}-note`}
          className={`wrap-anywhere mt-0.5 text-sm ${problem === null ? "text-muted" : "text-danger"}`}
        >
          {words}
        </p>
      )}
      {found.length === 0 ? null : (
        <div className="mt-1">
          <ProblemList id={`${id}-problems`} problems={found} />
        </div>
      )}
    </div>
  );
}
