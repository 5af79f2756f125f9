"use client";

import { formatAgo, formatTime } from "@/components/formats/times";
import { Spinner } from "@/components/ui/spinner";
import { useNow } from "@/components/ui/use-now";

/** That a host is tried again. Outside of alerts: words that change every few seconds would be read out each time. */
export function Retrying({ lastSeen }: { lastSeen: number | null }) {
  const now = useNow(5);
  return (
    <p className="mt-1 flex items-center gap-2 text-muted text-sm">
      <Spinner className="size-3.5" />
      <span>
        Retrying every few seconds.
        {lastSeen === null
          ? null
          : ` Last connected at ${formatTime(lastSeen, now)} (${formatAgo(lastSeen, now)}).`}
      </span>
    </p>
  );
}
