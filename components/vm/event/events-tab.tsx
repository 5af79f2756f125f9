"use client";

import { History } from "lucide-react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useFoldedSubscription } from "@/components/data/use-subscription";
import { formatAgo, formatTime } from "@/components/formats/times";
import { EmptyState } from "@/components/ui/empty-state";
import { useNow } from "@/components/ui/use-now";
import type { VmEvent, VmSummary } from "@/server/fleet/schema";
import { mergeEvents } from "./merge-events";

/** What happened to a VM, as libvirt told it, newest first. */
export function EventsTab({ vm: { hostId, id: vmId } }: { vm: VmSummary }) {
  const events = useFoldedSubscription(api.vm.events.subscriptionOptions({ hostId, vmId }), mergeEvents);
  return (
    <Loaded reading={events} what="the events">
      {(known) => <Events events={known} />}
    </Loaded>
  );
}

function Events({ events }: { events: readonly VmEvent[] }) {
  const now = useNow(5);
  if (events.length === 0) {
    return (
      <EmptyState
        icon={<History />}
        title="Nothing has happened yet"
        description="Starts, stops, changed devices and errors of this VM appear here from the time on that Passdeck runs."
      />
    );
  }
  return (
    <ol
      aria-live="polite"
      aria-relevant="additions"
      className="divide-y divide-border rounded-lg border border-border bg-surface"
    >
      {events.map((event) => (
        <li key={event.sequence} className="flex flex-wrap items-baseline gap-x-4 px-4 py-2">
          <time
            dateTime={new Date(event.at).toISOString()}
            className="w-44 shrink-0 text-muted text-sm tabular-nums"
          >
            {formatTime(event.at, now)}
          </time>
          <span className="wrap-anywhere min-w-0 flex-1">{event.detail}</span>
          <span className="text-muted text-sm">{formatAgo(event.at, now)}</span>
        </li>
      ))}
    </ol>
  );
}
