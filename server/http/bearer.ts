import type { IncomingMessage } from "node:http";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { addressKey } from "../access/address-key";
import type { AuditSink } from "../access/audit";
import type { ApiKeys } from "../access/keys/api-keys";
import { isKeySecret } from "../access/keys/key-secret";

/** Wrong keys from one address that are looked at, and kept in the audit, in a quarter of an hour. */
const wrongKeys = { points: 20, duration: 15 * 60 } as const;

/** What a request shows as `Authorization: Bearer …`; null where it shows nothing of the kind. */
export function bearerOf({ headers }: Pick<IncomingMessage, "headers">): string | null {
  const [scheme, ...rest] = headers.authorization?.split(" ") ?? [];
  return scheme?.toLowerCase() === "bearer" ? rest.join(" ").trim() : null;
}

/** Why a key was not taken, with the HTTP status. */
export interface KeyRefusal {
  status: 401 | 429;
  code: "unauthorised" | "too-many-requests";
  message: string;
}

/**
 * What comes of keys that are none, or work no more: they are counted by address and kept in the audit as wrong sign-ins
 * are. A right key is let in whatever others tried from its address: 256 random bits are not guessed.
 */
export class WrongKeys {
  readonly #byAddress = new RateLimiterMemory(wrongKeys);
  readonly #keys: Pick<ApiKeys, "whose">;
  readonly #audit: AuditSink;

  constructor(keys: Pick<ApiKeys, "whose">, audit: AuditSink) {
    this.#keys = keys;
    this.#audit = audit;
  }

  /** Counts a wrong key. */
  async refuse(secret: string, address: string): Promise<KeyRefusal> {
    const mayTry = await this.#byAddress.consume(addressKey(address)).then(
      () => true,
      () => false,
    );
    if (!mayTry)
      return {
        status: 429,
        code: "too-many-requests",
        message: "Too many wrong API keys from your address. Wait a quarter of an hour.",
      };
    const message = "This API key is none, has expired, or has been revoked.";
    this.#audit.record({
      who: isKeySecret(secret) ? this.#keys.whose(secret) : null,
      address,
      at: Date.now(),
      tookMs: 0,
      act: "account.useKey",
      title: "Use an API key",
      subject: "",
      changes: true,
      objects: [],
      outcome: "refused",
      problem: message,
    });
    return { status: 401, code: "unauthorised", message };
  }
}

/** The headers that go with a refusal: RFC 6750, 3, and RFC 6585, 4. */
export function refusalHeaders({ status }: KeyRefusal): Record<string, string> {
  return status === 401
    ? { "WWW-Authenticate": 'Bearer realm="Passdeck", error="invalid_token"' }
    : { "Retry-After": String(wrongKeys.duration) };
}
