import { Gauge } from "lucide-react";

/** What is used of the quotas that a plan is a matter of. */
export function QuotaLines({ lines }: { lines: readonly string[] | undefined }) {
  if (lines === undefined || lines.length === 0) return null;
  return (
    <ul aria-label="Quota" className="flex flex-col gap-1 rounded-lg border border-border px-4 py-3">
      {lines.map((line) => (
        <li key={line} className="flex gap-2">
          <Gauge aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          <span className="wrap-anywhere min-w-0">{line}</span>
        </li>
      ))}
    </ul>
  );
}
