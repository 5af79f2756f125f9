"use client";

import { lazy, Suspense, useMemo, useState } from "react";
import type { Moment } from "@/components/fleet/statistics-store";
import { formatTime } from "@/components/formats/times";
import { Skeleton } from "@/components/ui/skeleton";
import type { VmUsage } from "@/server/fleet/schema";
import { type Line, summarise, toChartData } from "./series";

const Plot = lazy(() => import("./plot"));

export interface UsageChartProps {
  title: string;
  lines: readonly Line<VmUsage>[];
  moments: readonly Moment<VmUsage>[];
  format: (value: number) => string;
  /** Bytes, or bytes a second. */
  binary?: boolean;
  maximum?: number | undefined;
}

/** A live chart with its figures in words: those of now, or of the moment under the pointer. */
export function UsageChart({ title, lines, moments, format, binary = false, maximum }: UsageChartProps) {
  const [pointed, setPointed] = useState<number | null>(null);
  const data = useMemo(() => toChartData(moments, lines), [moments, lines]);
  const [times, ...columns] = data;
  const index = pointed !== null && pointed < times.length ? pointed : times.length - 1;
  const at = times[index];
  return (
    <figure className="min-w-0 rounded-lg border border-border bg-surface px-4 pt-3 pb-2">
      <figcaption className="mb-1 flex min-h-6 flex-wrap items-center gap-x-4 gap-y-0.5">
        <span className="font-semibold">{title}</span>
        <span className="flex flex-wrap gap-x-3 text-sm tabular-nums" aria-hidden>
          {lines.map((line, nth) => (
            <span key={line.label} className="flex items-center gap-1.5">
              <span className="h-0.5 w-3 rounded-full" style={{ background: `var(${line.colour})` }} />
              {lines.length > 1 ? <span className="text-muted">{line.label}</span> : null}
              {value(columns[nth]?.[index], format)}
            </span>
          ))}
        </span>
        <span className="ml-auto text-muted text-xs tabular-nums" aria-hidden>
          {at === undefined || pointed === null ? "now" : formatTime(at * 1000)}
        </span>
        <span className="sr-only">
          {lines.map((line, nth) => describeLine(line.label, columns[nth] ?? [], format)).join(" ")}
        </span>
      </figcaption>
      <Suspense fallback={<Skeleton className="h-33" />}>
        <Plot
          data={data}
          lines={lines}
          format={format}
          binary={binary}
          maximum={maximum}
          onPoint={setPointed}
        />
      </Suspense>
    </figure>
  );
}

function value(number: number | undefined, format: (value: number) => string): string {
  return number === undefined ? "–" : format(number);
}

function describeLine(label: string, values: readonly number[], format: (value: number) => string): string {
  const summary = summarise(values);
  if (summary === null) return `${label}: no figures yet.`;
  const { least, mean, most } = summary;
  return `${label}: now ${value(values.at(-1), format)}; in the last minutes ${format(least)} at least, ${format(mean)} on average, ${format(most)} at most.`;
}
