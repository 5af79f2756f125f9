import { type IncomingMessage, type OutgoingHttpHeaders, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP } from "node:net";
import { rootCertificates } from "node:tls";
import { guardedLookup, RefusedAddress } from "../../storage/download/guarded-lookup";
import { networkWords } from "./network-words";
import { failure, type Outcome, refusal, type SendWays } from "./outcome";

/** No more of an answer is read. */
const mostAnswerBytes = 4096;

/**
 * Sends a body by POST. Redirects are not followed: an address that was allowed would lead to one that was not. Of the answer
 * only its number counts; what else it says is read no further than a few kilobytes, and shown to nobody.
 */
export async function post(
  url: URL,
  body: string,
  headers: OutgoingHttpHeaders,
  ways: SendWays,
): Promise<Outcome> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const place = url.host;
  // A bare address is connected to without being looked up.
  if (isIP(host) !== 0 && !ways.mayAsk(host)) return refusal(place, refusedAddress(host));
  try {
    return outcomeOf(place, await exchange(url, body, headers, ways));
  } catch (error) {
    if (error instanceof RefusedAddress) return refusal(place, refusedAddress(error.address));
    return failure(place, ways.signal.aborted ? "it did not answer in time" : networkWords(error));
  }
}

/** @returns the answer's number, once it has come whole or far enough. */
function exchange(url: URL, body: string, headers: OutgoingHttpHeaders, ways: SendWays): Promise<number> {
  const { signal, mayAsk, trust } = ways;
  const options = {
    method: "POST",
    signal,
    agent: false,
    lookup: guardedLookup(mayAsk),
    headers: { "User-Agent": "Passdeck", "Content-Length": Buffer.byteLength(body), ...headers },
    ...(trust === undefined ? {} : { ca: [...rootCertificates, ...trust] }),
  };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? requestSecure : requestPlain)(url, options);
    request.once("error", reject);
    request.once("response", (answer) => readEnd(answer).then(() => resolve(answer.statusCode ?? 0), reject));
    request.end(body);
  });
}

async function readEnd(answer: IncomingMessage): Promise<void> {
  let bytes = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > mostAnswerBytes) break;
  }
  answer.destroy();
}

/** Numbers of 4xx that may be others at the next try. */
const passing = new Set([408, 425, 429]);

function outcomeOf(place: string, status: number): Outcome {
  if (status >= 200 && status < 300) return { kind: "sent", status, words: `${place} took it (${status}).` };
  if (status >= 300 && status < 400)
    return {
      kind: "refused",
      status,
      words: `${place} redirects (${status}), which is not followed. Enter the address that it redirects to.`,
    };
  const isFinal = status >= 400 && status < 500 && !passing.has(status);
  return { kind: isFinal ? "refused" : "failed", status, words: `${place} ${wordsOf(status)} (${status}).` };
}

function wordsOf(status: number): string {
  if (status === 401 || status === 403) return "does not accept the token or secret";
  if (status === 404) return "has nothing at this address";
  if (status === 413) return "finds the message too long";
  if (status === 429) return "is sent too many messages";
  return status >= 500 ? "has failed" : "refuses the message";
}

function refusedAddress(address: string): string {
  return `${address} is an address that Passdeck sends nothing to`;
}
