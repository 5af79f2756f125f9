import type { ReactNode } from "react";
import { Skeleton } from "./skeleton";

export interface LoadingProps {
  /** What is on its way; read out: "the volumes". */
  what: string;
  /** Grey bars in the shape of what comes. */
  children?: ReactNode;
}

/** Stands in place of what is on its way. */
export function Loading({ what, children }: LoadingProps) {
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        Reading {what}
      </p>
      {children ?? <Skeleton className="h-40 rounded-lg" />}
    </div>
  );
}
