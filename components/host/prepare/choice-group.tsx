import type { ReactNode } from "react";

interface ChoiceGroupProps {
  /** To which the checks lead. */
  id: string;
  title: string;
  children: ReactNode;
}

/** Choices of the form that belong together. */
export function ChoiceGroup({ id, title, children }: ChoiceGroupProps) {
  return (
    <fieldset id={id} className="flex min-w-0 scroll-mt-20 flex-col gap-2.5">
      <legend className="mb-2 font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}
