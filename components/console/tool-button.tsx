import type { LucideIcon } from "lucide-react";
import type { Ref } from "react";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";

export interface ToolButtonProps {
  label: string;
  /** Shown after the label by hover or focus. */
  keys?: string;
  icon: LucideIcon;
  onClick: () => void;
  /** For one that is on or off. */
  pressed?: boolean;
  disabled?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A button of the console's toolbar: an icon, with its name for screen readers and by hover. */
export function ToolButton({ label, keys, icon: Icon, pressed, ...rest }: ToolButtonProps) {
  return (
    <Tooltip content={keys === undefined ? label : `${label} (${keys})`} side="bottom">
      <Button
        variant={pressed === true ? "secondary" : "ghost"}
        size="icon"
        aria-label={label}
        {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
        {...rest}
      >
        <Icon aria-hidden />
      </Button>
    </Tooltip>
  );
}
