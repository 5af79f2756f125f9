import * as z from "zod";
import { authorise } from "../../access/can";
import { installation } from "../../access/object.schema";
import { eventsFor } from "../events/event-stream";
import type { Route } from "../route";

/**
 * What happens, as Server-Sent Events (https://html.spec.whatwg.org/multipage/server-sent-events.html): first all as it is
 * ("snapshot", "jobs"), then what changes ("delta", "job"). Who connects again is told what they missed, as long as that is kept.
 */
export const eventRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/events",
    id: "watchEvents",
    tag: "Events",
    title: "Watch what happens",
    notes: `Server-Sent Events. First \`snapshot\` (all hosts and VMs) and \`jobs\` (all jobs), then \`delta\` and \`job\` as things change. A comment comes every 15 seconds at least.

A client that connects again sends the last id that it had as \`Last-Event-ID\`, as browsers do by themselves, and is told what it missed since then, as far as it may see that. Where that can't be told, \`reset\` comes first and then all anew, which replaces what the client had. Its \`reason\` is \`restarted\` (Passdeck was started anew), \`too-old\` (more has happened than the last 1000 events, which are kept, of each job the latest), \`other-rights\` (what the user or the key may see has changed) or \`unknown-id\`. Ids are only to be sent back: what stands in them may change.`,
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
