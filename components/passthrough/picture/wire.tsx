import type { ReactNode } from "react";
import { wireWidth } from "./port-look";

export interface WireProps {
  /** The last on its bus, where the bus ends. */
  isLast: boolean;
  /** Lanes of the link; the wire is as thick as it is wide. */
  lanes: number | undefined;
  children: ReactNode;
}

/** Hangs something on the bus at its left. */
export function Wire({ isLast, lanes, children }: WireProps) {
  const width = wireWidth(lanes);
  return (
    <li className="relative min-w-0 pt-3 pl-5">
      <span
        aria-hidden
        className="absolute top-0 left-1.5 w-px bg-border-strong/70"
        style={isLast ? { height: 26 } : { bottom: 0 }}
      />
      <span
        aria-hidden
        className="absolute left-1.5 w-3.5 bg-border-strong/70"
        style={{ height: width, top: 26 - width / 2 }}
      />
      {children}
    </li>
  );
}
