import type { ReactNode } from "react";

export interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  /** What to do next, in a sentence or two. */
  description?: ReactNode;
  action?: ReactNode;
  /** 1 where it is all there is on the page. */
  headingLevel?: 1 | 2;
}

/** Stands where a list would, when there is nothing to list, and says what to do next. */
export function EmptyState({ icon, title, description, action, headingLevel = 2 }: EmptyStateProps) {
  const Heading = headingLevel === 1 ? "h1" : "h2";
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center px-6 py-14 text-center">
      <span
        aria-hidden
        className="mb-4 flex size-11 items-center justify-center rounded-xl border border-border bg-surface text-muted [&_svg]:size-5"
      >
        {icon}
      </span>
      <Heading className="font-semibold text-lg">{title}</Heading>
      {description === undefined ? null : <div className="wrap-anywhere mt-1 text-muted">{description}</div>}
      {action === undefined ? null : <div className="mt-4">{action}</div>}
    </div>
  );
}
