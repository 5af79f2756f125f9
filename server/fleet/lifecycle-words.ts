/**
 * What libvirt's lifecycle events mean to people: virDomainEventType and its details
 * (https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventType).
 */
export interface EventWords {
  kind: string;
  detail: string;
}

const lifecycle: readonly { kind: string; details: readonly string[] }[] = [
  {
    kind: "defined",
    details: ["Defined", "Definition changed", "Renamed", "Definition taken from a snapshot"],
  },
  { kind: "undefined", details: ["Definition removed", "Renamed"] },
  {
    kind: "started",
    details: [
      "Started",
      "Arrived by migration",
      "Restored from its saved state",
      "Started from a snapshot",
      "Woke up",
    ],
  },
  {
    kind: "paused",
    details: [
      "Paused",
      "Paused for migration",
      "Paused: a disk reported an error",
      "Paused by its watchdog",
      "Restored, still paused",
      "Paused by a snapshot",
      "Paused after a failed call",
      "Paused in post-copy migration",
      "Paused: post-copy migration failed",
    ],
  },
  {
    kind: "resumed",
    details: [
      "Resumed",
      "Resumed after migration",
      "Resumed from a snapshot",
      "Resumed in post-copy migration",
    ],
  },
  {
    kind: "stopped",
    details: [
      "Shut down",
      "Forced off",
      "Crashed",
      "Left by migration",
      "Saved to disk",
      "Failed to start",
      "Stopped by a snapshot",
    ],
  },
  {
    kind: "shutting-down",
    details: [
      "The guest finished shutting down",
      "The guest asked to shut down",
      "The host asked it to shut down",
    ],
  },
  { kind: "suspended", details: ["The guest suspended to memory", "The guest suspended to disk"] },
  { kind: "crashed", details: ["The guest panicked", "The guest crashed and loaded its crash kernel"] },
];

/** Words for a lifecycle event. A type or detail newer than this table is named by its number. */
export function lifecycleWords(event: number, detail: number): EventWords {
  const entry = lifecycle[event];
  if (!entry) return { kind: "changed", detail: `Lifecycle event ${event}, detail ${detail}` };
  return { kind: entry.kind, detail: entry.details[detail] ?? `${entry.details[0]} (detail ${detail})` };
}
