import type { VmEvent } from "@/server/fleet/schema";

const shownEvents = 200;

/** Events known so far with those that came, newest first and each once: a reconnect sends the kept ones again. */
export function mergeEvents(known: readonly VmEvent[] | undefined, came: readonly VmEvent[]): VmEvent[] {
  const bySequence = new Map([...(known ?? []), ...came].map((event) => [event.sequence, event]));
  return [...bySequence.values()].sort((one, other) => other.sequence - one.sequence).slice(0, shownEvents);
}
