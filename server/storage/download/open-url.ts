import { type ClientRequest, get as getPlain, type IncomingMessage } from "node:http";
import { get as getSecure } from "node:https";
import { isIP } from "node:net";
import type { Readable } from "node:stream";
import { AppError } from "../../errors";
import { guardedLookup, RefusedAddress } from "./guarded-lookup";
import { proxiedRequest } from "./proxied-request";
import { isInternetAddress } from "./public-address";

/** How the web is reached. */
export interface WebWays {
  /** Which addresses may be asked. Default: the Internet's alone. */
  mayAsk?: (address: string) => boolean;
  /** A mirror that whoever runs Passdeck has named: it may be in a private network. Other servers of its network may not. */
  mirror?: string | null;
  /** The HTTP proxy that everything goes through, "http://proxy.lan:3128". It looks names up, and decides what may be asked. */
  proxy?: string | null;
  /** Answers in place of all servers: nobody is connected to. */
  instead?: (url: URL) => Promise<WebAnswer>;
}

/** A server's answer, as far as it is looked at. */
export interface WebAnswer extends Readable {
  statusCode?: number | undefined;
  statusMessage?: string | undefined;
  headers: { location?: string | undefined; "content-length"?: string | undefined };
}

export interface OpenUrlOptions extends WebWays {
  signal: AbortSignal;
}

export interface OpenedUrl {
  body: WebAnswer;
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
  const { answer, target } = await openAnswer(url, options);
  return { body: answer, sizeBytes: sizeOf(answer, target) };
}

/** What is small enough to be held in memory, as text. @throws AppError as {@link openUrl}, or where it is longer. */
export async function fetchText(url: string, mostBytes: number, options: OpenUrlOptions): Promise<string> {
  const { answer, target } = await openAnswer(url, options);
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > mostBytes) throw refusal(target, `it has more than ${mostBytes} bytes`);
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof AppError ? error : failed(target, error as Error);
  } finally {
    answer.destroy();
  }
  return Buffer.concat(pieces).toString("utf8");
}

interface OpenAnswer {
  answer: WebAnswer;
  /** Where it came from in the end. */
  target: URL;
}

/** The answer of the server that has it, where that is 200. */
async function openAnswer(url: string, options: OpenUrlOptions): Promise<OpenAnswer> {
  let target = new URL(url);
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const answer = await (options.instead === undefined ? ask(target, options) : options.instead(target));
    const next = redirectOf(answer, target);
    if (next === null) return { answer: unlessRefused(answer, target), target };
    answer.destroy();
    if (target.protocol === "https:" && next.protocol !== "https:") {
      throw refusal(target, `it redirects to ${next.protocol}//${next.host}, which is not encrypted`);
    }
    target = next;
  }
  throw refusal(target, "it redirects too often");
}

/** Where an answer sends us; null where it is what was asked for. */
function redirectOf({ statusCode = 0, headers: { location } }: WebAnswer, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return null;
  const next = URL.canParse(location ?? "", from) ? new URL(location ?? "", from) : null;
  if (location !== undefined && (next?.protocol === "http:" || next?.protocol === "https:")) return next;
  throw refusal(from, "it redirects to an address that is not http or https");
}

function unlessRefused(answer: WebAnswer, target: URL): WebAnswer {
  const { statusCode, statusMessage } = answer;
  if (statusCode === 200) return answer;
  answer.destroy();
  throw refusal(target, `the server answers ${statusCode} ${statusMessage ?? ""}`.trimEnd());
}

function sizeOf(answer: WebAnswer, target: URL): number {
  const size = Number(answer.headers["content-length"]);
  if (Number.isSafeInteger(size) && size > 0) return size;
  answer.destroy();
  throw refusal(target, "the server does not report the file's size. Download it yourself, then upload it");
}

async function ask(target: URL, options: OpenUrlOptions): Promise<IncomingMessage> {
  const { signal, mirror = null, proxy = null } = options;
  const isMirror = mirror !== null && new URL(mirror).origin === target.origin;
  const mayAsk = isMirror ? () => true : (options.mayAsk ?? isInternetAddress);
  const host = target.hostname.replace(/^\[|\]$/g, "");
  // A bare address is connected to without being looked up.
  if (isIP(host) !== 0 && !mayAsk(host)) throw refusal(target, privateAddress(host));
  const headers = { "User-Agent": "Passdeck", "Accept-Encoding": "identity" };
  const way = proxy === null || isMirror ? { lookup: guardedLookup(mayAsk), agent: false } : null;
  try {
    const request =
      way === null
        ? await proxiedRequest(new URL(proxy ?? ""), target, { signal, headers })
        : (target.protocol === "https:" ? getSecure : getPlain)(target, { ...way, signal, headers });
    return await answerTo(request);
  } catch (error) {
    throw error instanceof RefusedAddress
      ? refusal(target, privateAddress(error.address))
      : failed(target, error as Error);
  }
}

function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once("response", (answer) => {
      answer.setTimeout(silenceMs, () => answer.destroy(new Error("the server stopped sending")));
      resolve(answer);
    });
    request.setTimeout(answerWithinMs, () => request.destroy(new Error("the server did not answer in time")));
    request.once("error", reject);
  });
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
