import type { Moment } from "@/components/fleet/statistics-store";

/** One line of a chart. */
export interface Line<Usage> {
  label: string;
  /** The name of a colour of app/globals.css, "--chart-1". */
  colour: string;
  value: (usage: Usage) => number;
}

/** Seconds that a chart shows. */
export const shownSeconds = 300;

/** Times in Unix seconds and, for each line, its values at these times: what uPlot draws. */
export type ChartData = [times: number[], ...values: number[][]];

/** The recent past as columns of numbers, one for each line. */
export function toChartData<Usage>(
  moments: readonly Moment<Usage>[],
  lines: readonly Pick<Line<Usage>, "value">[],
): ChartData {
  const last = moments.at(-1)?.at ?? 0;
  const shown = moments.filter(({ at }) => at >= last - shownSeconds * 1000);
  return [
    shown.map(({ at }) => at / 1000),
    ...lines.map(({ value }) => shown.map(({ usage }) => value(usage))),
  ];
}

export interface LineSummary {
  least: number;
  mean: number;
  most: number;
}

/** What a line says as a whole, for those who can't see it; null of an empty one. */
export function summarise(values: readonly number[]): LineSummary | null {
  if (values.length === 0) return null;
  const total = values.reduce((sum, value) => sum + value, 0);
  return { least: Math.min(...values), mean: total / values.length, most: Math.max(...values) };
}
