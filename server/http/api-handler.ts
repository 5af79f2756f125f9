import type { IncomingMessage, ServerResponse } from "node:http";
import type { TRPCError } from "@trpc/server";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import type { Logger } from "pino";
import { whoOf } from "../access/can";
import type { Context } from "../api/context";
import { largestInput } from "../api/largest-input";
import { procedureKinds } from "../api/procedure-kinds";
import { appRouter } from "../api/router";
import { AppError } from "../errors";
import type { Services } from "../work/services";
import type { Caller } from "./guard";
import { type Refusal, refuseApiRequest } from "./origin";
import { browserMarkCookie, sessionCookies } from "./session-cookie";

export const apiPath = "/api/trpc/";

const kinds = procedureKinds(appRouter);

export interface ApiOptions {
  services: Services;
  log: Logger;
}

/** Answers one call of the API over HTTP; the promise is never rejected. */
export async function handleApi(
  { services, log }: ApiOptions,
  { request, response, path, caller }: ApiRequest,
): Promise<void> {
  response.setHeader("Cache-Control", "no-store");
  const procedure = path.slice(apiPath.length);
  const refusal = refuse(request, procedure, caller);
  if (refusal) {
    response.writeHead(refusal.status, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" });
    response.end(`${refusal.message}\n`);
    return;
  }
  await nodeHTTPRequestHandler({
    req: request,
    res: response,
    path: procedure,
    router: appRouter,
    allowBatching: false,
    maxBodySize: largestInput(procedure),
    createContext: () => httpContext(services, caller, response),
    onError: ({ error }) => logApiError(log, error, procedure),
  });
}

function refuse({ method, headers }: IncomingMessage, procedure: string, caller: Caller): Refusal | null {
  // tRPC would answer with a stream of events, which we have WebSockets for.
  if (kinds.get(procedure) === "subscription") return { status: 405, message: "Subscribe over /ws/trpc." };
  return refuseApiRequest({
    method: method ?? "",
    contentType: headers["content-type"],
    fetchSite: headers["sec-fetch-site"]?.toString(),
    origin: headers.origin,
    host: headers.host,
    secure: caller.secure,
    keyed: caller.session?.key !== undefined,
  });
}

export interface ApiRequest {
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
  caller: Caller;
}

/** Notes what went wrong in a call, with its stack where it was our fault. */
export function logApiError(log: Logger, error: TRPCError, procedure: string | undefined): void {
  if (error.cause instanceof AppError) log.info({ procedure, code: error.cause.code }, error.cause.message);
  else if (error.code === "INTERNAL_SERVER_ERROR")
    log.error({ procedure, err: error.cause ?? error }, "call failed");
  else log.debug({ procedure, code: error.code }, "call refused");
}

function httpContext(
  services: Services,
  { address, localAddress, secure, session, browserMark, userAgent, pageOrigin }: Caller,
  response: ServerResponse,
): Context {
  return {
    services,
    ...whoOf(session),
    sessionId: session?.key === undefined ? (session?.id ?? null) : null,
    browserMark,
    userAgent,
    pageOrigin,
    remoteAddress: address,
    localAddress,
    transport: "http",
    subscriptions: null,
    setSession: (next) => void response.appendHeader("Set-Cookie", sessionCookies(next, secure)),
    setBrowserMark: (mark) => void response.appendHeader("Set-Cookie", browserMarkCookie(mark, secure)),
  };
}
