import { lookup as lookupName } from "node:dns";
import { type ClientRequest, get as getPlain, type IncomingMessage, type RequestOptions } from "node:http";
import { get as getSecure } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { AppError } from "../../errors";
import { isInternetAddress } from "./public-address";

export interface OpenUrlOptions {
  signal: AbortSignal;
  /** Which addresses may be asked. Default: the Internet's alone. */
  mayAsk?: (address: string) => boolean;
}

export interface OpenedUrl {
  body: IncomingMessage;
  sizeBytes: number;
}

const mostRedirects = 8;
const answerWithinMs = 30_000;
/** A server that says nothing more for this long has gone. */
const silenceMs = 60_000;

/**
 * Begins to fetch what is at `url`, redirects followed. An AppError says what keeps it from it. Private addresses are
 * refused where the connection is made, so that no name can answer one thing to the check and another to the connection.
 */
export async function openUrl(url: string, options: OpenUrlOptions): Promise<OpenedUrl> {
  let target = new URL(url);
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const answer = await ask(target, options);
    const next = redirectOf(answer, target);
    if (next === null) return { body: answer, sizeBytes: sizeOf(answer, target) };
    answer.destroy();
    if (target.protocol === "https:" && next.protocol !== "https:") {
      throw refusal(target, `it redirects to ${next.protocol}//${next.host}, which is not encrypted`);
    }
    target = next;
  }
  throw refusal(target, "it redirects too often");
}

/** Where an answer sends us; null where it is what was asked for. */
function redirectOf({ statusCode = 0, headers: { location } }: IncomingMessage, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return null;
  const next = URL.canParse(location ?? "", from) ? new URL(location ?? "", from) : null;
  if (location !== undefined && (next?.protocol === "http:" || next?.protocol === "https:")) return next;
  throw refusal(from, "it redirects to an address that is not http or https");
}

function sizeOf(answer: IncomingMessage, target: URL): number {
  const { statusCode, statusMessage, headers } = answer;
  const size = Number(headers["content-length"]);
  const why =
    statusCode !== 200
      ? `the server answers ${statusCode} ${statusMessage ?? ""}`.trimEnd()
      : Number.isSafeInteger(size) && size > 0
        ? null
        : "the server does not report the file's size. Download it yourself, then upload it";
  if (why === null) return size;
  answer.destroy();
  throw refusal(target, why);
}

function ask(target: URL, { signal, mayAsk = isInternetAddress }: OpenUrlOptions): Promise<IncomingMessage> {
  const host = target.hostname.replace(/^\[|\]$/g, "");
  // A bare address is connected to without being looked up.
  if (isIP(host) !== 0 && !mayAsk(host)) throw refusal(target, privateAddress(host));
  const options: RequestOptions = {
    signal,
    lookup: guardedLookup(mayAsk),
    agent: false,
    headers: { "User-Agent": "Passdeck", "Accept-Encoding": "identity" },
  };
  return new Promise((resolve, reject) => {
    const fail = (error: Error) =>
      reject(error instanceof RefusedAddress ? refusal(target, error.message) : failed(target, error));
    const request: ClientRequest = (target.protocol === "https:" ? getSecure : getPlain)(
      target,
      options,
      (answer) => {
        answer.setTimeout(silenceMs, () => answer.destroy(new Error("the server stopped sending")));
        resolve(answer);
      },
    );
    request.setTimeout(answerWithinMs, () => request.destroy(new Error("the server did not answer in time")));
    request.once("error", fail);
  });
}

/** Looks a name up and passes on only addresses that may be asked; where there are none, nothing is connected to. */
function guardedLookup(mayAsk: (address: string) => boolean): LookupFunction {
  return (name, options, callback) => {
    lookupName(name, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const allowed = addresses.filter(({ address }) => mayAsk(address));
      const [first] = allowed;
      if (first === undefined) return callback(new RefusedAddress(addresses[0]?.address ?? name), []);
      if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

class RefusedAddress extends Error {
  constructor(address: string) {
    super(privateAddress(address));
  }
}

function privateAddress(address: string): string {
  return `${address} is not a public address, or it is of a network that Passdeck’s machine is on, and Passdeck downloads nothing from private networks. Upload the file instead`;
}

function failed(target: URL, cause: Error): AppError {
  return new AppError("host-unreachable", {
    userMessage: `${target.host} could not be reached: ${cause.message}.`,
    cause,
  });
}

function refusal(target: URL, why: string): AppError {
  return new AppError("bad-input", { userMessage: `${target.origin}${target.pathname}: ${why}.` });
}
