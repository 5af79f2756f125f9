import type { ReactNode } from "react";
import { Skeleton } from "./skeleton";
import { Spinner } from "./spinner";

export interface LoadingProps {
  /** What is on its way; read out: "the volumes". */
  what: string;
  /** What it waits for, where there is more to say than that. */
  words?: string | undefined;
  /** Grey bars in the shape of what comes. */
  children?: ReactNode;
}

/** Stands in place of what is on its way. */
export function Loading({ what, words, children }: LoadingProps) {
  return (
    <div aria-busy="true">
      {words === undefined ? (
        <p role="status" className="sr-only">
          Reading {what}
        </p>
      ) : (
        <p role="status" className="mb-3 flex items-center gap-2 text-muted">
          <Spinner />
          {words}
        </p>
      )}
      {children ?? <Skeleton className="h-40 rounded-lg" />}
    </div>
  );
}
