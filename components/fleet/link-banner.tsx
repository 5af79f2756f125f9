"use client";

import { useEffect, useState } from "react";
import { Spinner } from "@/components/ui/spinner";
import { useAttended } from "@/components/ui/use-attended";
import { useLink } from "./use-fleet";

/** A quiet word while the server cannot be reached. What the pages show stays, greyed. */
export function LinkBanner() {
  const { state, lastWord } = useLink();
  const formatTime = useFormatTime();
  return (
    <div role="status" aria-live="polite">
      {state === "lost" ? (
        <p className="flex items-center gap-2 border-border border-b bg-warning/10 px-4 py-1.5 text-sm text-warning sm:px-6">
          <Spinner />
          <span>
            Connection to Passdeck lost, reconnecting…
            {lastWord === null || formatTime === null ? null : ` Last update: ${formatTime(lastWord)}.`}
          </span>
        </p>
      ) : null}
    </div>
  );
}

/** It is fetched while the server can be reached, so that no page waits for it; null where it was not. */
function useFormatTime(): ((at: number) => string) | null {
  const isAttended = useAttended();
  const [formatTime, setFormatTime] = useState<((at: number) => string) | null>(null);
  useEffect(() => {
    if (!isAttended) return;
    import("@/components/formats/times").then(
      (times) => setFormatTime(() => times.formatTime),
      () => undefined,
    );
  }, [isAttended]);
  return formatTime;
}
