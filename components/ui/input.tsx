import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** A one-line text field. Give it a label, or an aria-label where there is no room for one. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  return (
    <input
      className={classNames(
        "h-8 w-full min-w-0 rounded-md border border-border-strong bg-surface px-2.5 text-base text-foreground",
        "placeholder:text-muted disabled:opacity-50 aria-invalid:border-danger",
        className,
      )}
      {...rest}
    />
  );
}
