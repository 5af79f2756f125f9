import { createHash, randomBytes } from "node:crypto";
import { AppError } from "../errors";

/** What a ticket opens, and for whom. */
export interface ConsoleGrant {
  userId: string;
  hostId: string;
  vmId: string;
  kind: "serial" | "graphical";
  readOnly: boolean;
}

export interface IssuedTicket {
  ticket: string;
  expiresInSeconds: number;
}

interface Entry {
  grant: ConsoleGrant;
  expiresAt: number;
}

const lifetimeSeconds = 30;
const maximumPerUser = 32;
const maximumInAll = 4_096;

/**
 * Single-use tickets that open a console: 32 random bytes, good for 30 seconds and for the user they were given to.
 * Only hashes are kept, so that neither a dump of the memory nor the time that a look-up takes gives one away.
 */
export class Tickets {
  /** By SHA-256 of the ticket, oldest first. */
  readonly #entries = new Map<string, Entry>();

  readonly #now: () => number;

  /** `now` tells the milliseconds of a clock that never goes back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** A new ticket. A user's oldest one gives way when too many are open; throws "too-many-requests" when all are. */
  issue(grant: ConsoleGrant): IssuedTicket {
    this.#dropExpired();
    this.#makeRoomFor(grant.userId);
    const ticket = randomBytes(32).toString("base64url");
    this.#entries.set(hashOf(ticket), { grant, expiresAt: this.#now() + lifetimeSeconds * 1_000 });
    return { ticket, expiresInSeconds: lifetimeSeconds };
  }

  /**
   * What the ticket opens; null when it was never issued, was used, has expired or is another user's. Whoever
   * presents a ticket uses it up, also the wrong user: it has leaked then.
   */
  redeem(ticket: string, userId: string): ConsoleGrant | null {
    const hash = hashOf(ticket);
    const entry = this.#entries.get(hash);
    if (entry === undefined) return null;
    this.#entries.delete(hash);
    return entry.expiresAt > this.#now() && entry.grant.userId === userId ? entry.grant : null;
  }

  /** Whose a ticket is that could be redeemed now; null of any other. It stays as good as it was. */
  holderOf(ticket: string): string | null {
    const entry = this.#entries.get(hashOf(ticket));
    return entry !== undefined && entry.expiresAt > this.#now() ? entry.grant.userId : null;
  }

  #dropExpired(): void {
    const now = this.#now();
    for (const [hash, entry] of this.#entries) {
      if (entry.expiresAt > now) return;
      this.#entries.delete(hash);
    }
  }

  #makeRoomFor(userId: string): void {
    const own = [...this.#entries].filter(([, entry]) => entry.grant.userId === userId);
    const oldest = own[0];
    if (oldest !== undefined && own.length >= maximumPerUser) this.#entries.delete(oldest[0]);
    if (this.#entries.size < maximumInAll) return;
    throw new AppError("too-many-requests", {
      userMessage: "Too many consoles are being opened at once. Try again in half a minute.",
    });
  }
}

function hashOf(ticket: string): string {
  return createHash("sha256").update(ticket).digest("hex");
}
