import { can } from "../../access/can";
import { installation } from "../../access/object.schema";
import { push } from "../../api/push";
import { seenFleet } from "../../api/seen";
import { seenJob } from "../../api/veil";
import type { FleetMessage } from "../../fleet/schema";
import type { Job, JobMessage } from "../../job/job.schema";
import type { RestRequest } from "../route";
import { EventIds, type ResetReason } from "./event-id";
import type { RecentEvent, RecentEvents } from "./recent-events";

/** So often something is sent while nothing happens, by which both ends know that the other is there; milliseconds. */
const breathMs = 15_000;
/** Texts that wait for who is slow; of more than that they connect again. All that is kept for who was away fits in. */
const mostWaiting = 2000;

/** The events for who asks, as texts: what they missed, where that is known, else all as it is; then what happens. */
export function eventsFor(request: RestRequest): AsyncIterable<string> {
  const { recentEvents: recent, lastEventId } = request;
  const ids = new EventIds(recent.process, request);
  return push<string>(
    request.signal,
    (sink) => {
      let at = recent.last;
      // Browsers keep the id of what tells nothing as well: who sees little stays with what is kept.
      const breathe = () => sink(`: still here\nid: ${ids.write(at)}\n\n`);
      const send = (event: string, data: unknown) => sink(eventText(event, data, ids.write(at)));
      const tell = seenBy(request, send);
      const hear = (event: RecentEvent) => {
        at = event.number;
        tell(event.what);
      };
      const { missed, reason } = missedSince(recent, ids, lastEventId);
      for (const event of missed ?? []) hear(event);
      if (missed === null) {
        if (reason !== null) sink(eventText("reset", { reason }));
        const all = allAsItIs(request);
        // It has no id before the last of it: who is cut off in between begins anew.
        const last = all.pop();
        for (const { event, data } of all) sink(eventText(event, data));
        at = recent.last;
        if (last !== undefined) send(last.event, last.data);
      }
      breathe();
      const breath = setInterval(breathe, breathMs).unref();
      const stop = recent.follow(hear);
      return () => {
        clearInterval(breath);
        stop();
      };
    },
    mostWaiting,
  );
}

type Missed =
  | { missed: readonly RecentEvent[]; reason: null }
  /** `reason` is null of who was not here before. */
  | { missed: null; reason: ResetReason | null };

/** What came after an event, or why that can't be told. */
function missedSince(recent: RecentEvents, ids: EventIds, lastEventId: string | null): Missed {
  if (lastEventId === null) return { missed: null, reason: null };
  const number = ids.read(lastEventId);
  if (typeof number === "string") return { missed: null, reason: number };
  if (number > recent.last) return { missed: null, reason: "unknown-id" };
  const missed = recent.since(number);
  return missed === null ? { missed, reason: "too-old" } : { missed, reason: null };
}

/** The events that tell all as it is now. */
function allAsItIs(request: RestRequest): { event: string; data: unknown }[] {
  const { fleet, jobs } = request.services;
  const all: { event: string; data: unknown }[] = [];
  const tell = seenBy(request, (event, data) => all.push({ event, data }));
  fleet.watch((message) => tell({ kind: "fleet", message }))();
  jobs.watch((message) => tell({ kind: "jobs", message }))();
  return all;
}

/** Sends what happens as far as who asks may see it. */
function seenBy(request: RestRequest, send: (event: string, data: unknown) => unknown) {
  const { fleet } = request.services;
  const seen = (job: Job) => seenJob(request, fleet, job) ?? [];
  const tellFleet = seenFleet(request, ({ type, sequence: _own, ...data }: FleetMessage) => send(type, data));
  const tellJobs = (message: JobMessage) => {
    if (message.kind === "snapshot") return send("jobs", { jobs: message.jobs.flatMap(seen) });
    for (const job of [seen(message.job)].flat()) send("job", job);
  };
  const seesJobs = can(request, "job.watch", installation);
  return (what: RecentEvent["what"]) => {
    if (what.kind === "fleet") tellFleet(what.message);
    else if (seesJobs) tellJobs(what.message);
  };
}

function eventText(event: string, data: unknown, id?: string): string {
  return `${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
