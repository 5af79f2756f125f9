"use client";

import { type ReactNode, useId } from "react";

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
  /** The control, which takes the attributes. */
  children: (attributes: FieldAttributes) => ReactNode;
}

/** A labelled control with what it means, or what is wrong with it. */
export function Field({ label, note, problem = null, children }: FieldProps) {
  const id = useId();
  const words = problem ?? note;
  const attributes: FieldAttributes = {
    id,
    ...(words === undefined ? {} : { "aria-describedby": `${id}-note` }),
    ...(problem === null ? {} : { "aria-invalid": true }),
  };
  return (
    <div className="min-w-0">
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
    </div>
  );
}
