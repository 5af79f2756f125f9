import * as openid from "openid-client";
import type { OpenIdOptions } from "./openid-options";

/** What a provider tells of itself is asked for anew after this time. */
const keptMs = 3_600_000;
/** How long a provider has for one answer, in seconds. */
const patienceSeconds = 8;

/**
 * What a provider tells of itself (OpenID Connect Discovery 1.0). It is asked for by the first who signs in by it, so that
 * neither the start nor any page waits for a provider; those who come meanwhile wait for the same answer.
 */
export class Discovered {
  readonly #options: OpenIdOptions;
  readonly #now: () => number;
  #asked: { answer: Promise<openid.Configuration>; at: number } | null = null;

  constructor(options: OpenIdOptions, now: () => number) {
    this.#options = options;
    this.#now = now;
  }

  /** @throws whatever went wrong; it is asked again by the next one then. */
  async configuration(): Promise<openid.Configuration> {
    const now = this.#now();
    if (this.#asked === null || now - this.#asked.at >= keptMs)
      this.#asked = { answer: this.#ask(), at: now };
    const { answer } = this.#asked;
    try {
      return await answer;
    } catch (error) {
      if (this.#asked?.answer === answer) this.#asked = null;
      throw error;
    }
  }

  #ask(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.#options;
    const server = new URL(issuer);
    return openid.discovery(server, clientId, undefined, authenticationBy(clientSecret), {
      timeout: patienceSeconds,
      // The settings allow it on this machine alone.
      execute: server.protocol === "http:" ? [openid.allowInsecureRequests] : [],
    });
  }
}

/** OpenID Connect's default is the header; a provider that does not take that is given the secret in the body. */
function authenticationBy(secret: string | null): openid.ClientAuth {
  if (secret === null) return openid.None();
  const [basic, post] = [openid.ClientSecretBasic(secret), openid.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (methods.includes("client_secret_basic") ? basic : post)(server, ...rest);
  };
}
