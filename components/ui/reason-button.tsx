"use client";

import { Button, type ButtonProps } from "./button";
import { Tooltip } from "./tooltip";

export interface ReasonButtonProps extends ButtonProps {
  /** Why it can't be pressed now; null where it can. */
  reason: string | null;
}

/** A button that says why it can't be pressed: by hover, by focus and to screen readers. */
export function ReasonButton({ reason, onClick, variant, ...rest }: ReasonButtonProps) {
  if (reason === null) return <Button variant={variant} onClick={onClick} {...rest} />;
  return (
    <Tooltip content={reason}>
      <Button aria-disabled {...rest} />
    </Tooltip>
  );
}
