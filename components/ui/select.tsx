import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** The browser's own choice of one of many. Give it a label, or an aria-label where there is no room for one. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return (
    <select
      className={classNames(
        "h-8 min-w-0 rounded-md border border-border-strong bg-surface px-2 text-base text-foreground disabled:opacity-50",
        className,
      )}
      {...rest}
    />
  );
}
