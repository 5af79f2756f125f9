import { randomUUID } from "node:crypto";
import * as z from "zod";
import { AppError } from "../../errors";
import type { AccessRoom } from "../access-room";
import { lesserLevel } from "../role";
import { hashOf } from "../secrets";
import type { Session } from "../session";
import { type ApiKey, type KeyScope, keyVmSchema, type MadeKey, type NewKey } from "./api-key.schema";
import { newKeySecret } from "./key-secret";
import { type KeyRecord, KeyStore } from "./key-store";

const dayMs = 24 * 3_600_000;
/** Keys that a user may have. */
const mostKeys = 100;
/** The last use is written down at most this often. */
const touchMs = 60_000;
/** How long an expired key is still shown as one. */
const shownExpiredMs = 30 * dayMs;

/** What the id of a key's session begins with. */
const sessionPrefix = "key:";

type Found = NonNullable<ReturnType<KeyStore["byId"]>>;

/**
 * Keys by which programs act for a user: they never may more than their user, and end with them. A request with a key is
 * under a session that no browser holds, so that what is open under it ends as it does under others.
 */
export class ApiKeys {
  readonly #room: AccessRoom;
  readonly #store: KeyStore;

  constructor(room: AccessRoom) {
    this.#room = room;
    this.#store = new KeyStore(room.database);
  }

  /**
   * Makes a key of a user.
   * @throws AppError "conflict" where they have one of that name, or too many.
   */
  create(userId: string, { name, role, days, vms, acts }: NewKey): MadeKey {
    const { database, now, log, changes } = this.#room;
    const key = newKeySecret();
    const record: KeyRecord = {
      id: randomUUID(),
      userId,
      name,
      hash: hashOf(key),
      level: role,
      vms,
      acts,
      createdAt: now(),
      expiresAt: now() + days * dayMs,
      lastUsedAt: null,
      lastUsedAddress: null,
    };
    database.transaction(() => {
      this.#store.removeExpired(now() - shownExpiredMs);
      if (this.#store.count(userId) >= mostKeys)
        throw new AppError("conflict", {
          userMessage: `There are ${mostKeys} API keys already. Revoke those that nobody uses.`,
        });
      if (this.#store.add(record)) return;
      throw new AppError("conflict", {
        userMessage: `There is an API key ${name} already. Choose another name, or revoke that one.`,
      });
    });
    log.info({ key: name, user: userId }, "API key made");
    changes.tell(userId);
    return { id: record.id, key, expiresAt: record.expiresAt };
  }

  /** A user's keys, by name; the expired ones among them, for a month. */
  of(userId: string): ApiKey[] {
    return this.#store.of(userId).map(({ id, level, name, createdAt, ...record }) => ({
      id,
      name,
      role: level,
      ...scopedTo(record),
      createdAt,
      expiresAt: record.expiresAt,
      lastUsedAt: record.lastUsedAt,
      lastUsedAddress: record.lastUsedAddress,
    }));
  }

  /** Ends a user's key, with all that is open under it. @returns its name. @throws AppError "not-found" */
  revoke(userId: string, id: string): string {
    const name = this.#store.remove(userId, id);
    if (name === null)
      throw new AppError("not-found", { userMessage: "This API key is no more. It has been revoked." });
    this.#room.log.info({ key: name, user: userId }, "API key revoked");
    this.#room.changes.tell(userId);
    return name;
  }

  /** The session of who shows a key, and notes where it is used; null where it is none, or works no more. */
  use(secret: string, address: string): Session | null {
    const found = this.#store.byHash(hashOf(secret));
    const session = found && this.#sessionOf(found);
    if (!found || !session) return null;
    const now = this.#room.now();
    const { id, lastUsedAt, lastUsedAddress } = found.key;
    if (lastUsedAt === null || now - lastUsedAt >= touchMs || lastUsedAddress !== address)
      this.#store.touch(id, now, address);
    return session;
  }

  /** Whose key this is, in words, even where it works no more; null where it is nobody's. */
  whose(secret: string): string | null {
    const found = this.#store.byHash(hashOf(secret));
    return found ? byKey(found.user.name, found.key.name) : null;
  }

  /** The session of a key by the session's id; null where it is none of a key's, or the key works no more. */
  session(sessionId: string): Session | null {
    if (!sessionId.startsWith(sessionPrefix)) return null;
    const found = this.#store.byId(sessionId.slice(sessionPrefix.length));
    return found ? this.#sessionOf(found) : null;
  }

  #sessionOf({ key, user, disabledAt }: Found): Session | null {
    if (disabledAt !== null || this.#room.now() >= key.expiresAt) return null;
    const scope: KeyScope = { id: key.id, name: key.name, level: key.level, ...scopedTo(key) };
    const level = lesserLevel(user.level, key.level);
    return {
      id: `${sessionPrefix}${key.id}`,
      user: { ...user, level },
      expiresAt: key.expiresAt,
      key: scope,
    };
  }
}

/** Who did something by a key, for histories and the audit: "ada (key backup)". */
export function byKey(user: string, key: string): string {
  return `${user} (key ${key})`;
}

const scopeSchema = z.object({
  vms: z.array(keyVmSchema).nullable(),
  acts: z.array(z.string()).nullable(),
});

function scopedTo({ vms, acts }: { vms: unknown; acts: unknown }): z.output<typeof scopeSchema> {
  return scopeSchema.parse({ vms, acts });
}
