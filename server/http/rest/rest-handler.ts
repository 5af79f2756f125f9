import type { ServerResponse } from "node:http";
import type { Logger } from "pino";
import { whoOf } from "../../access/can";
import type { Session } from "../../access/session";
import { largestJson } from "../../api/largest-json";
import { veilFor } from "../../api/veil";
import type { KeptAnswer } from "../../database/idempotent-answers";
import type { RecentEvents } from "../../rest/events/recent-events";
import type { Idempotency } from "../../rest/idempotency";
import { type Match, RouteTable } from "../../rest/match-route";
import { bodySchemaOf, isInQuery, openApiDocument } from "../../rest/openapi/document";
import { inputProblem, type Problem, problem, problemOf } from "../../rest/problem";
import { pathInput, queryInput } from "../../rest/query-input";
import type { RestAnswer, RestRequest, Route } from "../../rest/route";
import { routes } from "../../rest/routes";
import type { Services } from "../../work/services";
import type { ApiRequest } from "../api-handler";
import { refuseForeign } from "../origin";
import type { EventStreams } from "./event-streams";
import { objectOf, readBody } from "./read-body";
import { sendProblem } from "./send-problem";

export const restRoot = "/api/v1";

const table = new RouteTable(routes);

export interface RestOptions {
  services: Services;
  idempotency: Idempotency;
  streams: EventStreams;
  recentEvents: RecentEvents;
  log: Logger;
}

interface RestCall extends ApiRequest {
  query: URLSearchParams;
}

/** Answers one request to `/api/v1`; the promise is never rejected. */
export async function handleRest(options: RestOptions, call: RestCall): Promise<void> {
  const { response, path } = call;
  try {
    const failed = await answer(options, call);
    if (failed !== null) sendProblem(response, failed, headersOf(failed));
  } catch (error) {
    if (response.destroyed) return;
    const known = problemOf(error);
    if (known === null) options.log.error({ err: error, path }, "request failed");
    if (response.headersSent) return void response.destroy();
    const failed =
      (known && veiledProblem(options, call, known)) ??
      problem("internal", "Something went wrong in Passdeck; its log says what.");
    sendProblem(response, failed, headersOf(failed));
  }
}

/** @returns what went wrong, where it is known before anything was done. */
async function answer(options: RestOptions, call: RestCall): Promise<Problem | null> {
  const { request, response, caller } = call;
  const path = call.path.slice(restRoot.length);
  if (path === "/openapi.json" && request.method === "GET") return sendDocument(response);
  const { session } = caller;
  if (session === null)
    return problem("unauthorised", "Send an API key as Authorization: Bearer KEY, or sign in first.");
  const foreign = session.key === undefined ? refuseForeign(factsOf(call)) : null;
  if (foreign !== null) return problem("forbidden", foreign.message);
  const match = table.find(path, request.method ?? "");
  if (!("route" in match)) {
    if (match.length === 0)
      return problem("not-found", `There is no ${path} here. /api/v1/openapi.json has all ways.`);
    response.setHeader("Allow", match.join(", "));
    return problem("method-not-allowed", `Use ${match.join(" or ")}.`);
  }
  return perform(options, call, session, match);
}

/** Without the names of VMs that the caller may not see. */
function veiledProblem({ services }: RestOptions, { caller }: RestCall, known: Problem): Problem {
  return { ...known, detail: veilFor(whoOf(caller.session), services.fleet)(known.detail) };
}

function factsOf({ request: { method, headers }, caller }: RestCall) {
  return {
    method: method ?? "",
    fetchSite: headers["sec-fetch-site"]?.toString(),
    origin: headers.origin,
    host: headers.host,
    secure: caller.secure,
  };
}

async function perform(
  options: RestOptions,
  call: RestCall,
  session: Session,
  { route, parameters }: Match,
): Promise<Problem | null> {
  const { request, response, query } = call;
  const body = await readBody(request, largestBody(route));
  if (typeof body !== "string") {
    response.setHeader("Connection", "close");
    return body;
  }
  const rest = isInQuery(route.method) ? queryInput(route.input, query) : objectOf(body);
  const { success, data, error } = route.input.safeParse({ ...rest, ...pathInput(route.input, parameters) });
  if (!success) return inputProblem(error);
  const key = request.headers["idempotency-key"]?.toString();
  const asked = restRequest(options, call, session);
  if (route.method !== "POST" || key === undefined)
    return send(options, call, session, await route.run(asked, data));
  const caller = session.key === undefined ? `user:${session.user.id}` : session.id;
  const done = await options.idempotency.once(
    { caller, key, method: route.method, path: call.path, body },
    async () => kept(await route.run(asked, data)),
  );
  if ("code" in done) return done;
  if (done.again) response.setHeader("Idempotent-Replayed", "true");
  return sendKept(response, done.answer);
}

function restRequest(
  { services, recentEvents }: RestOptions,
  { request, response, caller }: RestCall,
  session: Session,
): RestRequest {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  return {
    services,
    ...whoOf(session),
    // A key has no session that an act could end or change.
    sessionId: session.key === undefined ? session.id : null,
    browserMark: null,
    userAgent: caller.userAgent,
    pageOrigin: caller.pageOrigin,
    remoteAddress: caller.address,
    localAddress: caller.localAddress,
    signal: gone.signal,
    recentEvents,
    lastEventId: request.headers["last-event-id"]?.toString() ?? null,
  };
}

async function send(
  { streams }: RestOptions,
  { response }: RestCall,
  session: Session,
  answer: RestAnswer,
): Promise<null> {
  if (answer.events === undefined) return sendKept(response, kept(answer));
  await streams.send(response, session, answer.events);
  return null;
}

function kept({ status, location, body }: RestAnswer): KeptAnswer {
  return {
    status,
    location: location === undefined ? null : `${restRoot}${location}`,
    body: body === undefined ? null : JSON.stringify(body),
  };
}

function sendKept(response: ServerResponse, { status, location, body }: KeptAnswer): null {
  response.writeHead(status, {
    "Cache-Control": "no-store",
    ...(location === null ? {} : { Location: location }),
    ...(body === null ? {} : { "Content-Type": "application/json; charset=utf-8" }),
  });
  response.end(body ?? undefined);
  return null;
}

/** RFC 6750, 3: what is needed, to who shows no key. */
function headersOf({ code }: Problem): Record<string, string> {
  return code === "unauthorised" ? { "WWW-Authenticate": 'Bearer realm="Passdeck"' } : {};
}

let document: string | undefined;

function sendDocument(response: ServerResponse): null {
  document ??= JSON.stringify(openApiDocument());
  return sendKept(response, { status: 200, location: null, body: document });
}

const largest = new Map<Route, number>();

/** The size of the largest body that a route takes; bytes. */
function largestBody(route: Route): number {
  const schema = bodySchemaOf(route);
  const bytes = largest.get(route) ?? (schema === null ? 1024 : Math.max(1024, largestJson(schema)));
  largest.set(route, bytes);
  return bytes;
}
