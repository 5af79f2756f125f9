import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { whoOf } from "../access/can";
import { safeNextPath } from "../access/next-path";
import { withPageRequest } from "../api/page-request";
import { seenVms } from "../api/seen";
import { problem } from "../rest/problem";
import type { Services } from "../work/services";
import { apiPath, handleApi } from "./api-handler";
import { auditPath, handleAuditExport } from "./audit-export";
import { bearerOf, refusalHeaders, type WrongKeys } from "./bearer";
import { limitBodyTime } from "./body-time";
import type { Caller, Guard } from "./guard";
import { handleMetrics, metricsPath } from "./metrics";
import type { OpenTransfers } from "./open-transfers";
import { decidePage } from "./page-gate";
import { type Pages, prepareForPages } from "./pages";
import { parseTarget, type RequestTarget } from "./request-target";
import { handleRest, type RestOptions, restRoot } from "./rest/rest-handler";
import { sendProblem } from "./rest/send-problem";
import { securityHeaders } from "./security-headers";
import { sendText } from "./send-text";
import type { StaticFiles } from "./static-files";
import type { StrangerLimits } from "./stranger-limits";
import { handleUpload, uploadsPath } from "./uploads";
import { handleVolumeFile, volumesPath } from "./volume-files";

export interface RequestHandlerOptions extends RestOptions {
  services: Services;
  transfers: OpenTransfers;
  strangers: StrangerLimits;
  wrongKeys: WrongKeys;
  guard: Guard;
  files: StaticFiles;
  pages: Pages;
  log: Logger;
  /** The certificate is one that browsers trust. */
  strictTransport: boolean;
}

/** Answers every HTTP request; nothing that goes wrong in it leaves it. */
export function createRequestHandler(
  options: RequestHandlerOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    try {
      await route(options, request, response);
    } catch (err) {
      if (response.destroyed) return;
      options.log.error({ err, path: parseTarget(request.url)?.path }, "request failed");
      if (response.headersSent) response.destroy();
      else sendText(response, 500, "Something went wrong in Passdeck; its log says what.");
    }
  };
}

async function route(
  options: RequestHandlerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const nonce = randomBytes(16).toString("base64");
  response.setHeaders(
    new Map(Object.entries(securityHeaders({ nonce, strictTransport: options.strictTransport }))),
  );
  const target = parseTarget(request.url);
  if (!target || !isUpload(options.guard, request, target)) limitBodyTime(request);
  if (!target) return sendText(response, 400, "Bad request.");
  if (!options.guard.isForUs(request)) {
    return sendText(
      response,
      421,
      "Passdeck does not answer to this name. Add it to PASSDECK_NAMES if it should.",
    );
  }
  const { path } = target;
  if (path === "/healthz") return sendHealth(options.services, response);
  if (options.files.has(path)) return options.files.serve(path, request, response);
  const keyed = path.startsWith("/api/") || path === metricsPath ? options.guard.keyCallerOf(request) : null;
  if (keyed?.session === null) return refuseKey(options, request, response, keyed);
  if (path === metricsPath) return handleMetrics(options, { request, response, keyed });
  const proven = { request, response, path, caller: keyed ?? options.guard.provenCallerOf(request) };
  if (path.startsWith(apiPath)) return handleApi(options, proven);
  if (path.startsWith(`${restRoot}/`)) return handleRest(options, { ...proven, query: target.query });
  if (path.startsWith(uploadsPath)) return handleUpload(options, proven);
  const caller = keyed ?? options.guard.callerOf(request);
  if (path.startsWith(volumesPath)) return handleVolumeFile(options, { request, response, path, caller });
  if (path === auditPath)
    return handleAuditExport(options, { request, response, path, caller, query: target.query });
  if (path.startsWith("/api/") || path.startsWith("/ws/")) return sendText(response, 404, "Not found.");
  return sendPage(options, { request, response, target, nonce, caller });
}

/** What may go on for hours; of who is not signed in nothing may. */
function isUpload(guard: Guard, request: IncomingMessage, { path }: RequestTarget): boolean {
  return (
    path.startsWith(uploadsPath) &&
    guard.isForUs(request) &&
    (guard.keyCallerOf(request) ?? guard.provenCallerOf(request)).session !== null
  );
}

/** Answers who shows a key that is none, or works no more. */
async function refuseKey(
  { wrongKeys }: RequestHandlerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  { address }: Caller,
): Promise<void> {
  const refusal = await wrongKeys.refuse(bearerOf(request) ?? "", address);
  response.setHeaders(new Map(Object.entries(refusalHeaders(refusal))));
  const isRest = request.url?.startsWith(`${restRoot}/`) ?? false;
  if (isRest) return sendProblem(response, problem(refusal.code, refusal.message));
  sendText(response, refusal.status, refusal.message);
}

interface PageRequest {
  request: IncomingMessage;
  response: ServerResponse;
  target: RequestTarget;
  nonce: string;
  caller: Caller;
}

async function sendPage(
  { pages, services, strangers }: RequestHandlerOptions,
  { request, response, target, nonce, caller }: PageRequest,
): Promise<void> {
  const signedIn = caller.session !== null;
  const needsFirstAdministrator = services.access.needsFirstAdministrator();
  const userId = caller.session?.user.id ?? null;
  const decision = decidePage(request.method ?? "", target, {
    signedIn,
    needsFirstAdministrator,
    vmView: () => (userId === null ? null : services.views.defaultOf(userId)),
  });
  switch (decision.kind) {
    case "redirect":
      return void response.writeHead(303, { Location: decision.to, "Cache-Control": "no-store" }).end();
    case "method-not-allowed":
      return sendText(response, 405, "Pages are read with GET.");
    case "not-found":
      return sendText(response, 404, "Not found.");
    case "serve":
      if (!signedIn && !(await strangers.mayHavePage(caller.address))) {
        response.setHeader("Retry-After", "20");
        return sendText(response, 429, "Too many pages were asked for from your address. Wait a moment.");
      }
      prepareForPages(request, {
        nonce,
        needsFirstAdministrator,
        demo: services.about.demo,
        provider: services.singleSignOn.label,
        nextPath: safeNextPath(target.query.get("next")),
        contentSecurityPolicy: String(response.getHeader("Content-Security-Policy")),
      });
      // What Next's router asks for goes into a page that has the fleet already.
      if (request.headers.rsc !== undefined) return pages.handle(request, response);
      return withPageRequest(
        {
          vms: () => seenVms(whoOf(caller.session), services.fleet.vmSummaries()),
          formats: services.formats.forPage(userId, request.headers["accept-language"]),
        },
        () => pages.handle(request, response),
      );
  }
}

function sendHealth({ fleet }: Services, response: ServerResponse): void {
  const hosts = fleet.hostSummaries().map(({ id, connection }) => ({ id, connection }));
  response.writeHead(200, { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" });
  response.end(JSON.stringify({ status: "ok", hosts }));
}
