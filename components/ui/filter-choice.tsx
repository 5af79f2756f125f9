import type { LucideIcon } from "lucide-react";
import { classNames } from "./class-names";

export interface FilterChoiceProps {
  icon?: LucideIcon;
  label: string;
  /** How many things it would show. */
  count: number;
  pressed: boolean;
  onPress(): void;
}

/** One choice of a filter; none is offered that would show nothing. */
export function FilterChoice({ icon: Icon, label, count, pressed, onPress }: FilterChoiceProps) {
  if (count === 0 && !pressed) return null;
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={classNames(
        "inline-flex h-8 items-center gap-1.5 rounded-md border px-2.5 text-sm",
        pressed
          ? "border-accent bg-accent/10 font-medium text-accent"
          : "border-border text-foreground hover:bg-foreground/6",
      )}
    >
      {Icon === undefined ? null : <Icon aria-hidden className="size-3.5" />}
      {label}
      <span className={pressed ? "" : "text-muted"}>{count}</span>
    </button>
  );
}
