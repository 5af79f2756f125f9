import type { ReactNode } from "react";

/** Names and what they stand for, in two columns. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-6 gap-y-1.5 px-4 py-3">
      {children}
    </dl>
  );
}

export interface FactProps {
  name: string;
  children: ReactNode;
  /** For addresses, paths, serials: letters that can be told apart. */
  mono?: boolean;
}

/** One of them. */
export function Fact({ name, children, mono = false }: FactProps) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className={mono ? "wrap-anywhere font-mono text-sm" : "wrap-anywhere"}>{children}</dd>
    </>
  );
}
