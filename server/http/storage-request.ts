import type { IncomingMessage } from "node:http";
import type { Role } from "../access/role";
import { allows } from "../api/permissions";
import { AppError } from "../errors";
import type { Caller } from "./guard";
import { isSameOrigin } from "./origin";

/** Volumes hold whatever guests keep secret, and go into pools that VMs are made of. */
const needed: Role = "admin";

/**
 * Refuses whoever may not read and write volumes, and what does not come from a page of ours. An AppError says why.
 * What changes something has an Origin; reading is told by Sec-Fetch-Site, which browsers send and no page can change.
 */
export function refuseStorageRequest(
  { method, headers }: IncomingMessage,
  { session, secure }: Caller,
): void {
  if (session === null) throw new AppError("unauthorised", { userMessage: "Sign in first." });
  if (!allows(session.user.level, needed)) {
    throw new AppError("forbidden", { userMessage: "Only an administrator may do this." });
  }
  const reads = method === "GET" || method === "HEAD" || method === "OPTIONS";
  const site = headers["sec-fetch-site"]?.toString();
  const sites = reads && method === "GET" ? ["same-origin", "none"] : ["same-origin"];
  const own = reads || isSameOrigin({ origin: headers.origin, host: headers.host, secure });
  if (own && (site === undefined || sites.includes(site))) return;
  throw new AppError("forbidden", {
    userMessage: "This request did not come from a page of this Passdeck.",
  });
}
