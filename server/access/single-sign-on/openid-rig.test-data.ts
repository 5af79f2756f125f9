import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import type { OpenIdOptions } from "./openid-options";

const [clientId, clientSecret] = ["passdeck", "not a secret of anybody"];

/** What a provider tells of somebody. */
export interface RigAccount {
  preferred_username?: string;
  groups?: string[];
  email?: string;
  email_verified?: boolean;
}

/** A real OpenID Connect provider on the loopback, with its own sign-in page, that signs in whoever says who they are. */
export class OpenIdRig {
  readonly #server: Server;
  /** By what they type to sign in, which is their subject as well. */
  readonly accounts = new Map<string, RigAccount>();

  private constructor(
    server: Server,
    readonly options: OpenIdOptions,
  ) {
    this.#server = server;
  }

  /**
   * @param publicUrl Where Passdeck is going to be.
   * @param port 0 lets the system choose.
   */
  static async start(publicUrl: string, port = 0): Promise<OpenIdRig> {
    const server = createServer().listen(port, "127.0.0.1");
    await once(server, "listening");
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const rig = new OpenIdRig(server, {
      issuer,
      clientId,
      clientSecret,
      label: "Test Provider",
      scopes: "openid profile email groups",
      groupsClaim: "groups",
      nameClaim: "preferred_username",
      publicUrl,
    });
    server.on("request", rig.#provider(issuer, publicUrl).callback());
    return rig;
  }

  #provider(issuer: string, publicUrl: string): Provider {
    return new Provider(issuer, {
      clients: [
        {
          client_id: clientId,
          client_secret: clientSecret,
          redirect_uris: [`${publicUrl}/sign-in/return`],
          post_logout_redirect_uris: [`${publicUrl}/sign-in`],
        },
      ],
      cookies: { keys: ["of this test alone"] },
      pkce: { required: () => true },
      claims: {
        openid: ["sub"],
        profile: ["preferred_username"],
        email: ["email", "email_verified"],
        groups: ["groups"],
      },
      findAccount: (_context, id) => ({
        accountId: id,
        claims: async () => ({ sub: id, ...this.accounts.get(id) }),
      }),
      // Nobody is asked whether Passdeck may know who they are.
      async loadExistingGrant({ oidc: { client, session, provider, params } }) {
        const grant = new provider.Grant({
          clientId: client?.clientId ?? "",
          accountId: session?.accountId ?? "",
        });
        grant.addOIDCScope(String(params?.scope));
        await grant.save();
        return grant;
      },
    });
  }

  /**
   * Does what a browser does at the provider: signs in as `login` where it is asked who it is.
   * @param cookies What the browser keeps of the provider; it is added to.
   * @returns What stands behind the "?" when it is led back.
   */
  async visit(address: string, login: string, cookies = new Map<string, string>()): Promise<string> {
    let answer = await this.#go(address, cookies);
    for (let step = 0; step < 10; step += 1) {
      const { status, location, url } = answer;
      if (location?.startsWith(`${this.options.publicUrl}/sign-in/return?`)) return new URL(location).search;
      if (location !== null) answer = await this.#go(new URL(location, url).href, cookies);
      else if (url.includes("/interaction/"))
        answer = await this.#go(
          url,
          cookies,
          new URLSearchParams({ prompt: "login", login, password: "any" }),
        );
      else throw new Error(`the provider answered ${status} at ${url}`);
    }
    throw new Error("the provider leads nowhere");
  }

  async #go(url: string, cookies: Map<string, string>, body: URLSearchParams | null = null) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const method = body === null ? "GET" : "POST";
    const answer = await fetch(url, { method, headers: { cookie }, body, redirect: "manual" });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    await answer.arrayBuffer();
    return { status: answer.status, location: answer.headers.get("location"), url };
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    if (this.#server.listening) await once(this.#server, "close");
  }
}
