import type { ComponentProps } from "react";
import { useEffect, useRef } from "react";
import { classNames } from "./class-names";

export interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "ref"> {
  /** Some, but not all, of what it stands for are chosen. */
  indeterminate?: boolean | undefined;
}

/** The browser's own checkbox in our colours, with a target of 24 px. */
export function Checkbox({ indeterminate = false, className, ...rest }: CheckboxProps) {
  const element = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (element.current !== null) element.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <span className={classNames("inline-flex size-6 shrink-0 items-center justify-center", className)}>
      <input ref={element} type="checkbox" className="size-4 cursor-pointer accent-accent" {...rest} />
    </span>
  );
}
