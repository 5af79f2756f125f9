import type { IncomingMessage, ServerResponse } from "node:http";
import type { TRPCError } from "@trpc/server";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import type { Logger } from "pino";
import type { Context } from "../api/context";
import { appRouter } from "../api/router";
import type { Services } from "../api/services";
import { AppError } from "../errors";
import type { Caller } from "./guard";
import { refuseApiRequest } from "./origin";
import { sessionCookie } from "./session-cookie";

export const apiPath = "/api/trpc/";

/** Largest body of a call: a thousand VMs named by UUID are 40 kB. */
const maximumBody = 256 * 1024;

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
  const { headers } = request;
  const refusal = refuseApiRequest({
    method: request.method ?? "",
    contentType: headers["content-type"],
    fetchSite: headers["sec-fetch-site"]?.toString(),
    origin: headers.origin,
    host: headers.host,
    secure: caller.secure,
  });
  if (refusal) {
    response.writeHead(refusal.status, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" });
    response.end(`${refusal.message}\n`);
    return;
  }
  await nodeHTTPRequestHandler({
    req: request,
    res: response,
    path: path.slice(apiPath.length),
    router: appRouter,
    allowBatching: false,
    maxBodySize: maximumBody,
    createContext: () => httpContext(services, caller, response),
    onError: ({ error, path: procedure }) => logApiError(log, error, procedure),
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
  { address, secure, session }: Caller,
  response: ServerResponse,
): Context {
  return {
    services,
    level: session?.user.level ?? "public",
    user: session?.user ?? null,
    sessionId: session?.id ?? null,
    remoteAddress: address,
    transport: "http",
    setSession: (next) => void response.appendHeader("Set-Cookie", sessionCookie(next, secure)),
  };
}
