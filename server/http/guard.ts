import type { IncomingMessage } from "node:http";
import type { BlockList } from "node:net";
import type { Access } from "../access/access";
import { isKeySecret } from "../access/keys/key-secret";
import { proofHeader, proofOfProtocols } from "../access/origin-proof.schema";
import type { Session } from "../access/session";
import { bearerOf } from "./bearer";
import { addressList, type Client, clientOf, connectionFacts, isTrusted } from "./client";
import { isAllowedHost, ownNames } from "./host-names";
import { readCookies } from "./session-cookie";

/** Who sends a request. */
export interface Caller extends Client {
  session: Session | null;
  /** What the browser kept of an earlier sign-in; see `newBrowserMark`. */
  browserMark: string | null;
  /** What the browser calls itself. */
  userAgent: string | null;
  /** The origin of the page that it comes from, by its Host header; null with an API key. */
  pageOrigin: string | null;
}

export interface GuardOptions {
  access: Pick<Access, "sessionOf" | "provenSessionOf" | "keySessionOf">;
  /** Names beside this machine's own that the server answers to. */
  names: readonly string[];
  trustedProxies: readonly string[];
  /** Addresses and networks that metrics are read from without a key. */
  metricsFrom?: readonly string[];
}

/** Tells who sends a request, and whether it is meant for this server; the same for pages, API and WebSockets. */
export class Guard {
  readonly #names: readonly string[];
  readonly #trusted: BlockList;
  readonly #scrapers: BlockList;
  readonly #access: GuardOptions["access"];

  constructor({ access, names, trustedProxies: proxies, metricsFrom = [] }: GuardOptions) {
    this.#access = access;
    this.#names = [...ownNames(), ...names];
    this.#trusted = addressList(proxies);
    this.#scrapers = addressList(metricsFrom);
  }

  /** Whether a request names this server, once: of two Host headers a proxy may have gone by the other one. */
  isForUs({ headers, rawHeaders }: IncomingMessage): boolean {
    const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host");
    return hosts.length === 1 && isAllowedHost(headers.host, this.#names);
  }

  /** Whether an address is a proxy's, from which many browsers come. */
  isProxy(address: string): boolean {
    return isTrusted(address, this.#trusted);
  }

  /** Whether metrics may be read from there without a key. */
  mayScrape(request: IncomingMessage): boolean {
    return isTrusted(clientOf(connectionFacts(request), this.#trusted).address, this.#scrapers);
  }

  /** By the cookie alone: good for pages, which have no data in them, and for files that a link leads to. */
  callerOf(request: IncomingMessage): Caller {
    return this.#caller(request, (secret) => this.#access.sessionOf(secret));
  }

  /** By the cookie and the proof that only pages of this origin have; without it nobody is signed in. */
  provenCallerOf(request: IncomingMessage): Caller {
    const { headers } = request;
    const proof =
      headers[proofHeader]?.toString() || proofOfProtocols(headers["sec-websocket-protocol"]?.toString());
    return this.#caller(request, (secret) =>
      proof === null ? null : this.#access.provenSessionOf(secret, proof),
    );
  }

  /**
   * By the API key that the request shows, whatever cookies are beside it; nobody is signed in where that is a wrong one.
   * null where it shows none.
   */
  keyCallerOf(request: IncomingMessage): Caller | null {
    const secret = bearerOf(request);
    if (secret === null) return null;
    const client = clientOf(connectionFacts(request), this.#trusted);
    const session = isKeySecret(secret) ? this.#access.keySessionOf(secret, client.address) : null;
    const userAgent = request.headers["user-agent"] ?? null;
    return { ...client, browserMark: null, userAgent, pageOrigin: null, session };
  }

  #caller(request: IncomingMessage, sessionOf: (secret: string) => Session | null): Caller {
    const client = clientOf(connectionFacts(request), this.#trusted);
    const { session: secret, browserMark } = readCookies(request.headers.cookie, client.secure);
    const userAgent = request.headers["user-agent"] ?? null;
    const host = request.headers.host?.toLowerCase();
    const pageOrigin = host === undefined ? null : `${client.secure ? "https" : "http"}://${host}`;
    const session = secret === null ? null : sessionOf(secret);
    return { ...client, browserMark, userAgent, pageOrigin, session };
  }
}
