import type { IncomingMessage, ServerResponse } from "node:http";
import { authorise, type Who, whoOf } from "../access/can";
import { installation } from "../access/object.schema";
import { AppError, httpStatusOf } from "../errors";
import { collectMetrics } from "../metrics/collect";
import { exposition, expositionType } from "../metrics/exposition";
import type { Services } from "../work/services";
import type { Caller, Guard } from "./guard";
import { sendText } from "./send-text";

/** Where Prometheus looks by default. */
export const metricsPath = "/metrics";

/**
 * GET /metrics, for who shows an API key or asks from an address that may. A browser's session is none of both: what it
 * reads by itself has no data in it.
 * @param keyed By whose key it is asked; null where none is shown.
 */
export async function handleMetrics(
  { services, guard }: { services: Services; guard: Pick<Guard, "mayScrape"> },
  { request, response, keyed }: { request: IncomingMessage; response: ServerResponse; keyed: Caller | null },
): Promise<void> {
  if (request.method !== "GET") return sendText(response, 405, "Metrics are read with GET.");
  const who = keyed === null && guard.mayScrape(request) ? scraper : whoOf(keyed?.session ?? null);
  try {
    authorise(who, "metrics.read", installation);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    response.setHeader("WWW-Authenticate", 'Bearer realm="Passdeck"');
    return sendText(
      response,
      httpStatusOf[error.code],
      "Show an API key (Authorization: Bearer …), or add this address to PASSDECK_METRICS_FROM.",
    );
  }
  const samples = await collectMetrics(
    { fleet: services.fleet, jobs: services.jobs.all(), version: services.about.version },
    who,
  );
  response.writeHead(200, { "Content-Type": expositionType, "Cache-Control": "no-store" });
  response.end(await exposition(samples));
}

/** Who asks from an address that may: nobody by name. */
const scraper: Who = { level: "viewer", user: null };
