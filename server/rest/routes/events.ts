import * as z from "zod";
import { authorise, can } from "../../access/can";
import { installation } from "../../access/object.schema";
import { push } from "../../api/push";
import { seenFleet } from "../../api/seen";
import { seenJob } from "../../api/veil";
import type { FleetMessage } from "../../fleet/schema";
import type { Job, JobMessage } from "../../job/job.schema";
import type { RestRequest, Route } from "../route";

/** So often something is sent while nothing happens, by which both ends know that the other is there; milliseconds. */
const breathMs = 15_000;

/**
 * What happens, as Server-Sent Events (https://html.spec.whatwg.org/multipage/server-sent-events.html): first all as it is
 * ("snapshot", "jobs"), then what changes ("delta", "job"). Who connects again is sent all anew, which replaces what they had:
 * whatever they missed is in it.
 */
export const eventRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/events",
    id: "watchEvents",
    tag: "Events",
    title: "Watch what happens",
    notes:
      "Server-Sent Events. First `snapshot` (all hosts and VMs) and `jobs` (all jobs), then `delta` and `job` as things change, each with an id. A client that connects again (browsers send Last-Event-ID) is sent a `snapshot` anew, which replaces what it had. A comment comes every 15 seconds while nothing happens.",
    rights: ["fleet.watch"],
    input: z.object({}),
    output: null,
    status: 200,
    async run(request) {
      authorise(request, "fleet.watch", installation);
      return { status: 200, events: eventsFor(request) };
    },
  },
];

/** The events for who asks, as texts. */
function eventsFor(request: RestRequest): AsyncIterable<string> {
  const { fleet, jobs } = request.services;
  return push<string>(request.signal, (sink) => {
    let sequence = 0;
    const send = (event: string, data: unknown) => {
      sequence += 1;
      sink(`id: ${sequence}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    };
    const sendFleet = ({ type, sequence: _own, ...data }: FleetMessage) => send(type, data);
    const sendJobs = (message: JobMessage) => {
      const seen = (job: Job) => seenJob(request, fleet, job) ?? [];
      if (message.kind === "snapshot") return send("jobs", { jobs: message.jobs.flatMap(seen) });
      for (const job of [seen(message.job)].flat()) send("job", job);
    };
    const breath = setInterval(() => sink(": still here\n\n"), breathMs).unref();
    const stopFleet = fleet.watch(seenFleet(request, sendFleet));
    const stopJobs = can(request, "job.watch", installation) ? jobs.watch(sendJobs) : () => undefined;
    return () => {
      clearInterval(breath);
      stopFleet();
      stopJobs();
    };
  });
}
