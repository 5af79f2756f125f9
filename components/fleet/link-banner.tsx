"use client";

import { formatTime } from "@/components/formats/times";
import { Spinner } from "@/components/ui/spinner";
import { useLink } from "./use-fleet";

/** A quiet word while the server cannot be reached. What the pages show stays, greyed. */
export function LinkBanner() {
  const { state, lastWord } = useLink();
  return (
    <div role="status" aria-live="polite">
      {state === "lost" ? (
        <p className="flex items-center gap-2 border-border border-b bg-warning/10 px-4 py-1.5 text-sm text-warning sm:px-6">
          <Spinner />
          <span>
            Connection to Passdeck lost, reconnecting…
            {lastWord === null ? null : ` Last update: ${formatTime(lastWord)}.`}
          </span>
        </p>
      ) : null}
    </div>
  );
}
