import type { IncomingMessage } from "node:http";
import type { BlockList } from "node:net";
import type { Access } from "../access/access";
import { isKeySecret } from "../access/keys/key-secret";
import { proofHeader, proofOfProtocols } from "../access/origin-proof.schema";
import { isSameHash } from "../access/secrets";
import type { Session } from "../access/session";
import { bearerOf } from "./bearer";
import { addressList, type Client, clientOf, connectionFacts, isTrusted } from "./client";
import { isAllowedHost, ownNames } from "./host-names";
import { readCookies } from "./session-cookie";
import { standbyHeader } from "./standby-header";

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
  /** What Passdecks that stand by show; null where there are none. */
  standbySecret?: string | null;
}

/** Tells who sends a request, and whether it is meant for this server; the same for pages, API and WebSockets. */
export class Guard {
  readonly #names: readonly string[];
  readonly #trusted: BlockList;
  readonly #scrapers: BlockList;
  readonly #access: GuardOptions["access"];
  readonly #standbySecret: string | null;
  /** Addresses of Passdecks that stand by, which have shown the secret. */
  readonly #standbys = new Set<string>();

  constructor(options: GuardOptions) {
    const { access, names, trustedProxies: proxies, metricsFrom = [], standbySecret = null } = options;
    this.#access = access;
    this.#standbySecret = standbySecret;
    this.#names = [...ownNames(), ...names];
    this.#trusted = addressList(proxies);
    this.#scrapers = addressList(metricsFrom);
  }

  /**
   * Whether a request names this server, once: of two Host headers a proxy may have gone by the other one. What was passed on
   * by a standby names that, which has looked.
   */
  isForUs(request: IncomingMessage): boolean {
    const { headers, rawHeaders } = request;
    const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host");
    return hosts.length === 1 && (this.#isFromStandby(request) || isAllowedHost(headers.host, this.#names));
  }

  /** Whether an address is a proxy's or a standby's, from which many browsers come. */
  isProxy(address: string): boolean {
    return this.#standbys.has(address) || isTrusted(address, this.#trusted);
  }

  /** Whether metrics may be read from there without a key. */
  mayScrape(request: IncomingMessage): boolean {
    return isTrusted(this.clientOf(request).address, this.#scrapers);
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
    const client = this.clientOf(request);
    const session = isKeySecret(secret) ? this.#access.keySessionOf(secret, client.address) : null;
    const userAgent = request.headers["user-agent"] ?? null;
    return { ...client, browserMark: null, userAgent, pageOrigin: null, session };
  }

  /** The other end of a request, proxies that are trusted and standbys looked through. */
  clientOf(request: IncomingMessage): Client {
    const fromStandby = this.#isFromStandby(request);
    return clientOf({ ...connectionFacts(request), fromStandby }, this.#trusted);
  }

  #isFromStandby({ headers, socket }: IncomingMessage): boolean {
    const shown = headers[standbyHeader];
    if (this.#standbySecret === null || typeof shown !== "string") return false;
    if (!isSameHash(shown, this.#standbySecret)) return false;
    if (socket.remoteAddress !== undefined) this.#standbys.add(socket.remoteAddress);
    return true;
  }

  #caller(request: IncomingMessage, sessionOf: (secret: string) => Session | null): Caller {
    const client = this.clientOf(request);
    const { session: secret, browserMark } = readCookies(request.headers.cookie, client.secure);
    const userAgent = request.headers["user-agent"] ?? null;
    const host = request.headers.host?.toLowerCase();
    const pageOrigin = host === undefined ? null : `${client.secure ? "https" : "http"}://${host}`;
    const session = secret === null ? null : sessionOf(secret);
    return { ...client, browserMark, userAgent, pageOrigin, session };
  }
}
