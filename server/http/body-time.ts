import type { IncomingMessage } from "node:http";

/** How long the body of a call may take to come; milliseconds. */
const bodyWithinMs = 30_000;

/**
 * Cuts a request off whose body does not come in time, so that nobody holds connections by sending a byte a minute.
 * (Node's own limit is the same for all requests, and an upload takes hours.)
 */
export function limitBodyTime(request: IncomingMessage): void {
  const { "content-length": length, "transfer-encoding": encoding } = request.headers;
  if (encoding === undefined && (length === undefined || length === "0")) return;
  const timer = setTimeout(() => request.destroy(), bodyWithinMs);
  const stop = () => clearTimeout(timer);
  request.once("end", stop).once("close", stop);
}
