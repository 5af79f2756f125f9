import type { IncomingMessage } from "node:http";
import { AppError } from "../errors";
import type { Caller } from "./guard";
import { isSameOrigin } from "./origin";

/**
 * Refuses who is not signed in, and what does not come from a page of ours. An AppError says why. Whether they may is
 * asked when it is known which volume it is about.
 * What changes something has an Origin; reading is told by Sec-Fetch-Site, which browsers send and no page can change.
 */
export function refuseStorageRequest(
  { method, headers }: IncomingMessage,
  { session, secure }: Caller,
): void {
  if (session === null) throw new AppError("unauthorised", { userMessage: "Sign in first." });
  const reads = method === "GET" || method === "HEAD" || method === "OPTIONS";
  const site = headers["sec-fetch-site"]?.toString();
  const sites = reads && method === "GET" ? ["same-origin", "none"] : ["same-origin"];
  const own = reads || isSameOrigin({ origin: headers.origin, host: headers.host, secure });
  if (own && (site === undefined || sites.includes(site))) return;
  throw new AppError("forbidden", {
    userMessage: "This request did not come from a page of this Passdeck.",
  });
}
