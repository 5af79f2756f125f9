import { randomUUID } from "node:crypto";
import { and, asc, count, eq, isNull, ne, sql } from "drizzle-orm";
import * as z from "zod";
import type { Database } from "../database/open-database";
import { notificationChannels as table } from "../database/tables/notifications";
import { AppError } from "../errors";
import type { ChannelSettings, ChannelWish } from "./channel.schema";
import type { ChannelKey } from "./channel-secrets";
import { type Rule, ruleSchema } from "./rule.schema";

/** Whose a channel is: a user's id, or null of the house. */
export type Owner = string | null;

/** A channel with what is secret of it. */
export interface ChannelRecord {
  id: string;
  owner: Owner;
  name: string;
  enabled: boolean;
  /** null where its key is lost. */
  settings: ChannelSettings | null;
  secret: string;
  rules: Rule[];
  createdAt: number;
}

/** No owner has more. */
const most = { house: 50, person: 10 };
const rulesSchema = z.array(ruleSchema);

/** The channels in the database, in memory as well: each occurrence is held against all of their rules. */
export class ChannelStore {
  readonly #database: Database;
  readonly #key: ChannelKey;
  #known: readonly ChannelRecord[] | null = null;

  constructor(database: Database, key: ChannelKey) {
    this.#database = database;
    this.#key = key;
  }

  all(): readonly ChannelRecord[] {
    this.#known ??= this.#database.query
      .select()
      .from(table)
      .orderBy(asc(sql`lower(${table.name})`))
      .all()
      .map((row) => this.#recordOf(row));
    return this.#known;
  }

  find(id: string): ChannelRecord | null {
    return this.all().find((channel) => channel.id === id) ?? null;
  }

  /** @throws AppError "not-found" where an owner has no such channel. */
  of(owner: Owner, id: string): ChannelRecord {
    const channel = this.find(id);
    if (channel !== null && channel.owner === owner) return channel;
    throw new AppError("not-found", { userMessage: "This channel is no more. Somebody has deleted it." });
  }

  /** Reads them anew when they are asked for next: another process, or the end of a user, has changed them. */
  forget(): void {
    this.#known = null;
  }

  /** Adds or changes a channel. @returns its id. @throws AppError "conflict" where its owner has one of that name, or too many. */
  save(owner: Owner, wish: ChannelWish, now: number): string {
    const before = wish.channelId === null ? null : this.of(owner, wish.channelId);
    const id = before?.id ?? randomUUID();
    const secret = wish.secret ?? before?.secret ?? "";
    const row = {
      name: wish.name,
      enabled: wish.enabled,
      sealed: this.#key.seal({ settings: wish.settings, secret }, id),
      rules: wish.rules,
    };
    const { query } = this.#database;
    this.#database.transaction(() => {
      this.#refuseTaken(owner, wish.name, id);
      if (before === null) {
        this.#refuseMany(owner);
        query
          .insert(table)
          .values({ id, userId: owner, createdAt: now, ...row })
          .run();
      } else query.update(table).set(row).where(eq(table.id, id)).run();
    });
    this.forget();
    return id;
  }

  remove(owner: Owner, id: string): void {
    this.of(owner, id);
    this.#database.query.delete(table).where(eq(table.id, id)).run();
    this.forget();
  }

  #recordOf(row: typeof table.$inferSelect): ChannelRecord {
    const { id, userId: owner, name, enabled, createdAt } = row;
    const parts = this.#key.unseal(row.sealed, id);
    const rules = rulesSchema.parse(row.rules);
    return { id, owner, name, enabled, createdAt, rules, settings: null, secret: "", ...parts };
  }

  #refuseTaken(owner: Owner, name: string, id: string): void {
    const taken = and(ofOwner(owner), ne(table.id, id), eq(sql`lower(${table.name})`, name.toLowerCase()));
    if (this.#database.query.select().from(table).where(taken).get() === undefined) return;
    throw new AppError("conflict", {
      userMessage: `There is a channel ${name} already. Choose another name.`,
    });
  }

  #refuseMany(owner: Owner): void {
    const limit = owner === null ? most.house : most.person;
    const found = this.#database.query.select({ all: count() }).from(table).where(ofOwner(owner)).get();
    if ((found?.all ?? 0) < limit) return;
    throw new AppError("conflict", {
      userMessage: `There are ${limit} channels, which is the most. Delete one that is not needed.`,
    });
  }
}

function ofOwner(owner: Owner) {
  return owner === null ? isNull(table.userId) : eq(table.userId, owner);
}
