"use client";

import "uplot/dist/uPlot.min.css";
import { useTheme } from "next-themes";
import { useEffect, useRef } from "react";
import uPlot from "uplot";
import { type ChartData, shownSeconds } from "./series";

export interface PlotProps {
  data: ChartData;
  lines: readonly { label: string; colour: string }[];
  /** A value as a short text, for the axis. */
  format: (value: number) => string;
  /** The top of the axis; without it the highest value. */
  maximum?: number | undefined;
  /** Told the index of the moment under the pointer, null when it left. */
  onPoint: (index: number | null) => void;
}

const height = 132;

/** Lines over the last minutes, drawn on a canvas. What they say stands in words beside it. */
export default function Plot({ data, lines, format, maximum, onPoint }: PlotProps) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef(data);
  const { resolvedTheme } = useTheme();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a canvas has no cascade: another theme, another drawing.
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const options = { width: element.clientWidth, height, ...look(element, lines, format, maximum, onPoint) };
    const drawn = new uPlot(options, latest.current, element);
    plot.current = drawn;
    const observer = new ResizeObserver(() => drawn.setSize({ width: element.clientWidth, height }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      drawn.destroy();
      plot.current = null;
    };
  }, [lines, format, maximum, onPoint, resolvedTheme]);

  useEffect(() => {
    latest.current = data;
    plot.current?.setData(data);
  }, [data]);

  return <div ref={place} aria-hidden className="min-w-0 overflow-hidden" style={{ height }} />;
}

type Look = Omit<uPlot.Options, "width" | "height">;

function look(
  element: HTMLElement,
  lines: PlotProps["lines"],
  format: PlotProps["format"],
  maximum: number | undefined,
  onPoint: PlotProps["onPoint"],
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
      x: { time: true, range: (_plot, _least, most) => [(most ?? 0) - shownSeconds, most ?? 0] },
      y: { range: (_plot, _least, most) => [0, maximum ?? Math.max(most ?? 0, 1) * 1.1] },
    },
    axes: [
      { ...axis, space: 70, size: 24, values: (_plot, ticks) => ticks.map(clock) },
      { ...axis, space: 32, size: 66, values: (_plot, ticks) => ticks.map(format) },
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

function clock(seconds: number): string {
  return new Date(seconds * 1000).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
