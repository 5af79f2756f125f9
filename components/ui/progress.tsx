import { classNames } from "./class-names";

export type BarTone = "accent" | "warning" | "danger";

const fills: Record<BarTone, string> = { accent: "bg-accent", warning: "bg-warning", danger: "bg-danger" };

export interface BarProps {
  /** 0…1; more or less is cut. */
  value: number;
  tone?: BarTone | undefined;
  className?: string;
}

/** A bar that shows how full something is, to the eye only: the figure stands in words beside it. */
export function Bar({ value, tone = "accent", className }: BarProps) {
  const share = Math.min(1, Math.max(0, value));
  return (
    <span
      aria-hidden
      className={classNames("block h-1.5 overflow-hidden rounded-full bg-foreground/10", className)}
    >
      <span
        className={classNames(
          "block h-full origin-left rounded-full transition-transform duration-300",
          fills[tone],
        )}
        style={{ transform: `scaleX(${share})` }}
      />
    </span>
  );
}

export interface ProgressProps extends BarProps {
  /** What it measures, for those who can't see the bar. */
  label: string;
}

/** A bar that says its figure to assistive technology as well. */
export function Progress({ label, ...bar }: ProgressProps) {
  return (
    <span className="block w-full">
      <Bar {...bar} />
      <meter className="sr-only" aria-label={label} min={0} max={100} value={Math.round(bar.value * 100)} />
    </span>
  );
}
