import type { HeldGrants } from "./grant.schema";
import type { KeyScope } from "./keys/api-key.schema";
import type { Role } from "./role";
import type { SharedLevel } from "./shared-rights";

/** Who is behind a request. */
export interface SignedInUser {
  id: string;
  name: string;
  level: Role;
}

/** A sign-in that is valid now. */
export interface Session {
  /** SHA-256 of the secret; good for naming the session, not for using it. */
  id: string;
  user: SignedInUser;
  /** What is shared with its user, by `keyOf`. */
  shared?: ReadonlyMap<string, SharedLevel>;
  /** Where its user may make VMs, and of what, by host. */
  grants?: HeldGrants;
  /** Unix milliseconds after which the session ends, however much it is used. */
  expiresAt: number;
  /** The API key that stands for a sign-in; nothing of a browser's. */
  key?: KeyScope | undefined;
}

/** Where a session is begun. */
export interface SessionOrigin {
  address: string;
  /** What the browser calls itself; null where it says nothing. */
  userAgent: string | null;
}

/** When a session begins and ends. */
export interface SessionTimes {
  /** When its user showed that it is them, Unix milliseconds; 0 where that is not known. */
  authenticatedAt: number;
  /** It ends this long after the sign-in, in milliseconds. */
  lastsMs: number;
}

/** A session just begun, with the secret that its browser keeps. */
export interface NewSession extends Session, SessionProofs {
  secret: string;
}

/** What a browser is given beside the secret; a new password makes others of them. */
export interface SessionProofs {
  /** What it keeps beyond the session, by which it is known at the next sign-in: see `newBrowserMark`. */
  browserMark: string;
  /** What its page shows with each call: see `originProof`. */
  originProof: string;
}

const hour = 3_600_000;

export const sessionLimits = {
  /** A session ends this long after the sign-in. */
  absoluteMs: 7 * 24 * hour,
  /** … of somebody whom a provider vouches for: what it says of them by then is heard at the next sign-in. */
  providedMs: 24 * hour,
  /** … or this long after its last use. A page that is open uses it. */
  idleMs: 24 * hour,
  /** The last use is written down at most this often. */
  touchMs: 5 * 60_000,
} as const;

/** Whether a session of these times still counts at `now`. */
export function isAlive(times: { lastUsedAt: number; expiresAt: number }, now: number): boolean {
  return now < times.expiresAt && now < times.lastUsedAt + sessionLimits.idleMs;
}
