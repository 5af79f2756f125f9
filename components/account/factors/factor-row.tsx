import type { ReactNode } from "react";

export interface FactorRowProps {
  name: string;
  state?: ReactNode;
  note: string;
  children?: ReactNode;
}

/** A second factor: what it is, how it stands, and its button. */
export function FactorRow({ name, state, note, children }: FactorRowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
      <div className="min-w-48 flex-1">
        <p className="wrap-anywhere font-medium">
          {name} {state}
        </p>
        <p className="wrap-anywhere text-muted text-sm">{note}</p>
      </div>
      {children}
    </li>
  );
}
