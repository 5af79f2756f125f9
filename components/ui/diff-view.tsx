import { StepEffect } from "./step-effect";

/** What differs between two definitions, with a line about it. */
export function DiffView({ title, diff }: { title: string; diff: string }) {
  return (
    <section aria-label={title} className="overflow-hidden rounded-lg border border-border">
      <p className="wrap-anywhere px-3 py-1.5 font-medium">{title}</p>
      {diff === "" ? (
        <p className="border-border border-t bg-inset px-3 py-2 text-muted">Nothing.</p>
      ) : (
        <StepEffect effect={diff} label={`${title}, line by line`} />
      )}
    </section>
  );
}
