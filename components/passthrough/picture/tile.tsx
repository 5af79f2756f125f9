import type { ReactNode } from "react";
import { lookOf } from "@/components/device/verdict-look";
import type { Tone } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import type { JudgedDevice } from "@/server/pci/schema";
import { usePictureFacts } from "./picture-context";

const edges: Readonly<Record<Tone, string>> = {
  success: "border-l-success",
  accent: "border-l-accent",
  warning: "border-l-warning",
  danger: "border-l-danger",
  neutral: "border-l-border-strong",
};

/** The sheet of a card, its left edge in the colour of its verdict. */
export function tileClasses({ address, verdict }: JudgedDevice, openAddress: string | null): string {
  return classNames(
    "relative min-w-0 rounded-lg border border-border border-l-3 bg-surface hover:border-border-strong",
    edges[lookOf(verdict).tone],
    openAddress === address && "outline-2 outline-accent",
  );
}

interface OpenButtonProps {
  device: JudgedDevice;
  className?: string;
  children: ReactNode;
}

/** The name of a card as the button that opens it; the whole tile can be pressed. */
export function OpenButton({ device, className, children }: OpenButtonProps) {
  const { onOpen } = usePictureFacts();
  return (
    <button
      type="button"
      data-card={device.address}
      onClick={() => onOpen(device.address)}
      className={classNames(
        "wrap-anywhere text-left after:absolute after:inset-0 after:rounded-lg",
        className,
      )}
    >
      {children}
      <span className="sr-only"> {device.address}</span>
    </button>
  );
}
