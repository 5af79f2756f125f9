"use client";

import type { ReactNode } from "react";
import { ErrorNotice } from "@/components/ui/error-notice";
import { Loading } from "@/components/ui/loading";
import { errorText, isConnecting } from "./error-text";
import type { Reading } from "./reading";

export interface LoadedProps<Data> {
  /** What `useQuery` or `useSubscription` gave. */
  reading: Reading<Data>;
  /** What it is, for "Reading …" and "Could not read …": "the volumes". */
  what: string;
  /** What stands there while it is on its way, in the shape of what comes. */
  skeleton?: ReactNode;
  /** Whether it stands in a card, which leaves no room around it. */
  inCard?: boolean;
  children(data: Data): ReactNode;
}

const connectingWords = "Connecting to the host…";

/** What was read, or that it is on its way, or why it can't be read, with a way to try again. */
export function Loaded<Data>({ reading, what, skeleton, inCard = false, children }: LoadedProps<Data>) {
  const { data, error, failureReason, refetch } = reading;
  const connecting = isConnecting(error ?? failureReason);
  const failed = error !== null && error !== undefined && !connecting;
  return (
    <>
      {failed ? (
        <ErrorNotice
          {...(inCard ? { className: "m-4" } : {})}
          title={
            data === undefined
              ? `Could not read ${what}`
              : `Could not read ${what} again; this may be out of date`
          }
          problem={errorText(error)}
          onRetry={() => void refetch()}
        />
      ) : null}
      {data === undefined && !failed ? (
        <Loading what={what} words={connecting ? connectingWords : undefined}>
          {skeleton}
        </Loading>
      ) : null}
      {data === undefined ? null : children(data)}
    </>
  );
}
