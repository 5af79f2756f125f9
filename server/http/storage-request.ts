import type { IncomingMessage } from "node:http";
import { authorise, can, whoOf } from "../access/can";
import type { ObjectReference } from "../access/object.schema";
import type { Session } from "../access/session";
import { AppError } from "../errors";
import type { ApiOptions } from "./api-handler";
import type { Caller } from "./guard";
import type { OpenTransfers, Transfer } from "./open-transfers";
import { isSameOrigin } from "./origin";

/** What uploads and downloads need. */
export interface TransferOptions extends ApiOptions {
  transfers: OpenTransfers;
}

/**
 * Refuses who is not signed in, and what does not come from a page of ours. An AppError says why. Whether they may is
 * asked when it is known which volume it is about: see {@link transferFor}.
 * What changes something has an Origin; reading is told by Sec-Fetch-Site, which browsers send and no page can change.
 * @returns The session that it is asked under.
 */
export function refuseStorageRequest(
  { method, headers }: IncomingMessage,
  { session, secure }: Caller,
): Session {
  // No browser sends a key by itself.
  if (session?.key !== undefined) return session;
  if (session === null) throw new AppError("unauthorised", { userMessage: "Sign in first." });
  const reads = method === "GET" || method === "HEAD" || method === "OPTIONS";
  const site = headers["sec-fetch-site"]?.toString();
  const sites = reads && method === "GET" ? ["same-origin", "none"] : ["same-origin"];
  const own = reads || isSameOrigin({ origin: headers.origin, host: headers.host, secure });
  if (own && (site === undefined || sites.includes(site))) return session;
  throw new AppError("forbidden", {
    userMessage: "This request did not come from a page of this Passdeck.",
  });
}

/**
 * A transfer to or from `object` that lasts as long as its session may do `act`.
 * @throws AppError "forbidden" where it may not.
 */
export function transferFor(
  session: Session,
  act: string,
  object: ObjectReference,
  cut: () => void,
): Transfer {
  authorise(whoOf(session), act, object);
  return { session, mayGoOn: (now) => can(whoOf(now), act, object), cut };
}
