import type { IncomingMessage } from "node:http";
import type { BlockList } from "node:net";
import type { Access } from "../access/access";
import type { Session } from "../access/session";
import { type Client, clientOf, connectionFacts, isTrusted, trustedProxies } from "./client";
import { isAllowedHost, ownNames } from "./host-names";
import { readCookies } from "./session-cookie";

/** Who sends a request. */
export interface Caller extends Client {
  session: Session | null;
  /** What the browser kept of an earlier sign-in; see `newBrowserMark`. */
  browserMark: string | null;
}

export interface GuardOptions {
  access: Pick<Access, "sessionOf">;
  /** Names beside this machine's own that the server answers to. */
  names: readonly string[];
  trustedProxies: readonly string[];
}

/** Tells who sends a request, and whether it is meant for this server; the same for pages, API and WebSockets. */
export class Guard {
  readonly #names: readonly string[];
  readonly #trusted: BlockList;
  readonly #access: Pick<Access, "sessionOf">;

  constructor({ access, names, trustedProxies: proxies }: GuardOptions) {
    this.#access = access;
    this.#names = [...ownNames(), ...names];
    this.#trusted = trustedProxies(proxies);
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

  callerOf(request: IncomingMessage): Caller {
    const client = clientOf(connectionFacts(request), this.#trusted);
    const { session: secret, browserMark } = readCookies(request.headers.cookie, client.secure);
    return { ...client, browserMark, session: secret === null ? null : this.#access.sessionOf(secret) };
  }
}
