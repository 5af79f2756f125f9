import type * as z from "zod";
import { authorise } from "../access/can";
import type { ObjectsOf } from "../access/objects-of";
import type { Act as ActName } from "../access/rights";
import { veiled } from "../api/veil";
import type { Act } from "../work/act";
import type { ActRequest } from "../work/act-context";
import { runAct } from "../work/run-act";
import { type Begun, begunSchema } from "./begun.schema";
import type { RecentEvents } from "./events/recent-events";

export type Tag = "Hosts" | "VMs" | "Jobs" | "Storage" | "Networks" | "Quotas" | "Events";

export const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof methods)[number];

/** Somebody who asks over REST. */
export interface RestRequest extends ActRequest {
  /** Ends with the request. */
  signal: AbortSignal;
  recentEvents: RecentEvents;
  /** The id of the last event that the client had; null of one that had none. */
  lastEventId: string | null;
}

/** What is answered where it went well. */
export interface RestAnswer {
  status: 200 | 202 | 204;
  body?: unknown;
  /** Below the root of the API: "/jobs/…". */
  location?: string;
  /** Texts that are sent as they come, in place of a body. */
  events?: AsyncIterable<string>;
}

/** What every route says of itself. */
interface RouteWords {
  method: Method;
  /** Below /api/v1, with its parameters in braces: "/hosts/{hostId}/vms/{vmId}". */
  path: string;
  /** Its own name in clients: "startVm". */
  id: string;
  tag: Tag;
  /** What it does, as on the page: "Rename a VM". Default: the act's. */
  title?: string;
  /** What a reader has to know besides: units, limits, what comes next. */
  notes?: string;
  /** An input, as an example of a body; a test holds it to the schema. */
  example?: Record<string, unknown>;
}

/**
 * A way of `/api/v1`. Its input is one object: what the path names comes from the path; the rest comes from the query where
 * the method is GET or DELETE, and else from the JSON of the body.
 */
export interface Route extends RouteWords {
  title: string;
  /** The rights that it takes, by their names. */
  rights: readonly ActName[];
  input: z.ZodObject;
  /** Of the body where it went well; null where there is none, or where events are sent. */
  output: z.ZodType | null;
  status: RestAnswer["status"];
  /** @param input As the schema made it. */
  run(request: RestRequest, input: unknown): Promise<RestAnswer>;
}

/** A route that tells something, of which no act does: its right is asked here. */
export function reading<Input extends z.ZodObject, Output extends z.ZodType>({
  right,
  objects,
  read,
  ...words
}: Omit<RouteWords, "method"> & {
  title: string;
  right: ActName;
  input: Input;
  output: Output;
  objects: ObjectsOf<z.output<Input>>;
  read(request: RestRequest, input: z.output<Input>): z.input<Output> | Promise<z.input<Output>>;
}): Route {
  return {
    ...words,
    method: "GET",
    rights: [right],
    status: 200,
    async run(request, given) {
      const input = given as z.output<Input>;
      authorise(request, right, ...[objects(input)].flat());
      // What the schema does not tell is taken out.
      return { status: 200, body: words.output.parse(await read(request, input)) };
    },
  };
}

type Words = RouteWords & { input?: z.ZodObject };

/** A route that does an act, and answers what that does. */
export function doing<Input extends z.ZodObject, Output extends z.ZodType>(
  act: Act<Input, Output>,
  { input = act.input, ...words }: Words,
  toInput: (input: z.output<z.ZodObject>) => unknown = (same) => same,
): Route {
  const output = act.output.type === "void" ? null : act.output;
  const status = output === null ? 204 : 200;
  return {
    title: act.title,
    ...words,
    input,
    rights: [act.name],
    output,
    status,
    async run(request, given) {
      const done = await runAct(act, request, toInput(given as never) as z.output<Input>);
      return output === null
        ? { status }
        : { status, body: veiled(request, request.services.fleet, output.parse(done)) };
    },
  };
}

/** A route that begins long work: it answers 202 with the job, and where that is told of. */
export function beginning(
  words: Words & { title: string; input: z.ZodObject; rights: readonly ActName[] },
  begin: (request: RestRequest, input: never) => Promise<Begun>,
): Route {
  return {
    ...words,
    output: begunSchema,
    status: 202,
    async run(request, input) {
      const begun = begunSchema.parse(await begin(request, input as never));
      return {
        status: 202,
        body: veiled(request, request.services.fleet, begun),
        location: `/jobs/${begun.jobId}`,
      };
    },
  };
}

/** As {@link beginning}, by an act that begins a job. */
export function beginningBy<Input extends z.ZodObject, Output extends z.ZodType<Begun>>(
  act: Act<Input, Output>,
  words: Words,
): Route {
  const { title = act.title, input = act.input } = words;
  return beginning({ ...words, title, input, rights: [act.name] }, async (request, given) =>
    act.output.parse(await runAct(act, request, given as z.output<Input>)),
  );
}
