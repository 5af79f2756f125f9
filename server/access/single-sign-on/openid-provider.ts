import * as openid from "openid-client";
import { Discovered } from "./discovered";
import { personOf } from "./openid-claims";
import { type OpenIdOptions, returnPath } from "./openid-options";
import { openIdTrouble } from "./openid-trouble";
import type { ProvidedPerson } from "./provided-users";

/** What has to be known again when a browser comes back from a provider. */
export interface OpenIdChecks {
  state: string;
  nonce: string;
  /** PKCE's (RFC 7636). */
  verifier: string;
}

/** What a provider says once a browser has come back. */
export interface ProviderAnswer {
  person: ProvidedPerson;
  /** When they showed the provider that it is them, Unix milliseconds; 0 where it does not say. */
  authenticatedAt: number;
  /** For the sign-out at the provider. */
  idToken: string;
}

/** A provider of identities by OpenID Connect: the code flow with PKCE, state and nonce. */
export class OpenIdProvider {
  readonly #options: OpenIdOptions;
  readonly #discovered: Discovered;
  readonly #redirectUri: string;

  constructor(options: OpenIdOptions, now: () => number) {
    this.#options = options;
    this.#discovered = new Discovered(options, now);
    // Never of a request's Host header, which whoever sends it chooses.
    this.#redirectUri = `${options.publicUrl}${returnPath}`;
  }

  /**
   * Where a browser goes to sign in, and what has to be known when it comes back.
   * @param fresh Whether the person has to show that it is them, however lately they did so.
   * @throws AppError "timed-out" where the provider does not answer, "unauthorised" where it answers nonsense.
   */
  async request(fresh: boolean): Promise<{ address: string; checks: OpenIdChecks }> {
    const checks = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
    };
    const address = openid.buildAuthorizationUrl(await this.#configuration(), {
      redirect_uri: this.#redirectUri,
      scope: this.#options.scopes,
      response_type: "code",
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(checks.verifier),
      code_challenge_method: "S256",
      ...(fresh ? { prompt: "login", max_age: "0" } : {}),
    });
    return { address: address.href, checks };
  }

  /**
   * Takes what a browser came back with, and asks the provider who it is. The ID token comes from the provider itself over
   * TLS, which stands for its signature (OpenID Connect Core 1.0, 3.1.3.7, 6).
   * @param query What stands behind the "?".
   * @throws AppError "unauthorised" where anything does not fit, "timed-out" where the provider does not answer.
   */
  async answer(query: string, { state, nonce, verifier }: OpenIdChecks): Promise<ProviderAnswer> {
    const configuration = await this.#configuration();
    const address = new URL(this.#redirectUri);
    address.search = query;
    try {
      const tokens = await openid.authorizationCodeGrant(configuration, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const { access_token: accessToken, id_token: idToken = "" } = tokens;
      const claims = tokens.claims();
      if (claims === undefined) throw new Error("no ID token");
      // Some providers keep names and groups for that endpoint.
      const more =
        configuration.serverMetadata().userinfo_endpoint === undefined
          ? {}
          : await openid.fetchUserInfo(configuration, accessToken, claims.sub);
      return {
        person: personOf({ ...more, ...claims }, this.#options),
        authenticatedAt: (claims.auth_time ?? 0) * 1000,
        idToken,
      };
    } catch (error) {
      throw openIdTrouble(error, this.#options.label);
    }
  }

  /**
   * Where a browser goes to sign out of the provider as well, and comes back from (OpenID Connect RP-Initiated Logout 1.0);
   * null where the provider offers that not, or does not answer.
   */
  async signOutAddress(idToken: string | null): Promise<string | null> {
    const configuration = await this.#discovered.configuration().catch(() => null);
    if (configuration?.serverMetadata().end_session_endpoint === undefined) return null;
    const { href } = openid.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: `${this.#options.publicUrl}/sign-in`,
      ...(idToken === null ? {} : { id_token_hint: idToken }),
    });
    return href;
  }

  async #configuration(): Promise<openid.Configuration> {
    try {
      return await this.#discovered.configuration();
    } catch (error) {
      throw openIdTrouble(error, this.#options.label);
    }
  }
}
