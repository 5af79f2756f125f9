import type { ReactNode } from "react";

export interface PageHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, at the right, or below on a narrow screen. */
  actions?: ReactNode;
}

/** The one h1 of a page with what can be done on all of it. */
export function PageHeader({ title, description, actions }: PageHeaderProps) {
  return (
    <header className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="wrap-anywhere font-semibold text-xl tracking-tight">{title}</h1>
        {description === undefined ? null : <div className="mt-0.5 max-w-3xl text-muted">{description}</div>}
      </div>
      {actions === undefined ? null : <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
