import { classNames } from "./class-names";

/** A grey bar in place of words that are on their way. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames("block animate-pulse-soft rounded-sm bg-foreground/10", className)}
    />
  );
}
