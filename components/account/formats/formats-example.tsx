"use client";

import { formatDate } from "@/components/formats/dates";
import { timeZoneName } from "@/components/formats/days";
import { formatNumber } from "@/components/formats/numbers";
import { formatClock } from "@/components/formats/times";
import { useNow } from "@/components/ui/use-now";
import type { FormatsChoice } from "@/server/access/formats/formats.schema";
import { resolveFormats } from "@/server/access/formats/resolve-formats.schema";

/** Now, and a number, as they would be written by a choice. */
export function FormatsExample({ choice }: { choice: FormatsChoice }) {
  const now = useNow(5);
  const formats = resolveFormats(choice, navigator.language);
  const examples = [
    ["Date", formatDate(now, formats)],
    ["Time", `${formatClock(now, formats)} (${timeZoneName(formats)})`],
    ["Number", formatNumber(1_234_567.89, 2, formats)],
  ];
  return (
    <dl
      aria-label="Example"
      className="flex flex-wrap gap-x-6 gap-y-1 rounded-md border border-border bg-inset px-3 py-2 text-sm"
    >
      {examples.map(([name, text]) => (
        <div key={name} className="flex gap-2">
          <dt className="text-muted">{name}</dt>
          <dd className="tabular-nums">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
