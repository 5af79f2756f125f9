"use client";

import { formatClock, formatClockSeconds } from "@/components/formats/times";
import { useTheme } from "@/components/ui/use-theme";
import "uplot/dist/uPlot.min.css";
import { useEffect, useRef } from "react";
import uPlot from "uplot";
import { type ChartData, shownSeconds } from "./series";

export interface PlotProps {
  data: ChartData;
  lines: readonly { label: string; colour: string }[];
  /** A value as a short text, for the axis. */
  format: (value: number) => string;
  /** Bytes: labels go by powers of two. */
  binary: boolean;
  /** The top of the axis; without it the highest value. */
  maximum?: number | undefined;
  /** Told the index of the moment under the pointer, null when it left. */
  onPoint: (index: number | null) => void;
}

const height = 132;

/** Steps of an axis in bytes: powers of two, so that its labels are round in KiB and MiB. */
const binarySteps = Array.from({ length: 52 }, (_, power) => 2 ** power);

/** An idle line lies at the bottom instead of being blown up: one KiB, or KiB/s, fills the chart at least. */
const leastTop = 1024;

/** Lines over the last minutes, drawn on a canvas. What they say stands in words beside it. */
export default function Plot({ data, lines, format, binary, maximum, onPoint }: PlotProps) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef(data);
  const { isDark } = useTheme();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a canvas has no cascade: another theme, another drawing.
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const options = {
      width: element.clientWidth,
      height,
      ...look(element, { lines, format, binary, maximum, onPoint }),
    };
    const drawn = new uPlot(options, latest.current, element);
    plot.current = drawn;
    const observer = new ResizeObserver(() => drawn.setSize({ width: element.clientWidth, height }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      drawn.destroy();
      plot.current = null;
    };
  }, [lines, format, binary, maximum, onPoint, isDark]);

  useEffect(() => {
    latest.current = data;
    plot.current?.setData(data);
  }, [data]);

  return <div ref={place} aria-hidden className="min-w-0 overflow-hidden" style={{ height }} />;
}

type Look = Omit<uPlot.Options, "width" | "height">;

function look(
  element: HTMLElement,
  { lines, format, binary, maximum, onPoint }: Omit<PlotProps, "data">,
): Look {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const axis = {
    stroke: colour("--muted"),
    font: `11px ${style.fontFamily}`,
    grid: { stroke: colour("--border"), width: 1 },
    ticks: { show: false },
  };
  return {
    legend: { show: false },
    padding: [8, 4, 0, 0],
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
    scales: {
      x: { time: true, range: (_plot, first, last) => shownSpan(first ?? last ?? 0, last ?? 0) },
      y: { range: (_plot, _least, most) => [0, maximum ?? Math.max(most ?? 0, leastTop) * 1.1] },
    },
    axes: [
      { ...axis, space: 70, size: 24, values: (_plot, ticks) => clocks(ticks) },
      {
        ...axis,
        space: 32,
        size: 66,
        ...(binary ? { incrs: binarySteps } : {}),
        values: (_plot, ticks) => ticks.map(format),
      },
    ],
    series: [
      {},
      ...lines.map((line) => ({
        label: line.label,
        stroke: colour(line.colour),
        fill: `${colour(line.colour)}1f`,
        width: 1.5,
        points: { show: false },
      })),
    ],
    hooks: { setCursor: [(drawn) => onPoint(drawn.cursor.idx ?? null)] },
  };
}

/** The last minutes; less where not so many are known yet, but one minute at least. */
function shownSpan(first: number, last: number): [number, number] {
  return [Math.max(last - shownSeconds, Math.min(first, last - 60)), last];
}

/** Wall clock times of the axis; with seconds where minutes would repeat themselves. */
function clocks(ticks: readonly number[]): string[] {
  const [first = 0, second = first] = ticks;
  const format = second - first < 60 ? formatClockSeconds : formatClock;
  return ticks.map((seconds) => format(seconds * 1000));
}
