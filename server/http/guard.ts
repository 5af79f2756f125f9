import type { IncomingMessage } from "node:http";
import type { BlockList } from "node:net";
import type { Access } from "../access/access";
import type { Session } from "../access/session";
import { type Client, clientOf, connectionFacts, trustedProxies } from "./client";
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

  isForUs({ headers }: IncomingMessage): boolean {
    return isAllowedHost(headers.host, this.#names);
  }

  callerOf(request: IncomingMessage): Caller {
    const client = clientOf(connectionFacts(request), this.#trusted);
    const { session: secret, browserMark } = readCookies(request.headers.cookie, client.secure);
    return { ...client, browserMark, session: secret === null ? null : this.#access.sessionOf(secret) };
  }
}
