import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

/** A plain sheet with a hairline around it. */
export function Card({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section
      className={classNames("min-w-0 rounded-lg border border-border bg-surface", className)}
      {...rest}
    />
  );
}

export interface CardHeaderProps {
  title: ReactNode;
  /** Stands at the right: a count, a link, a button. */
  aside?: ReactNode;
  id?: string | undefined;
}

/** The heading of a card. */
export function CardHeader({ title, aside, id }: CardHeaderProps) {
  return (
    <header className="flex min-h-10 flex-wrap items-center justify-between gap-x-3 gap-y-1 border-border border-b px-4 py-2">
      <h2 id={id} className="font-semibold text-base">
        {title}
      </h2>
      {aside === undefined ? null : <div className="text-muted text-sm">{aside}</div>}
    </header>
  );
}
