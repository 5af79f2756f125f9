import { and, asc, desc, eq, min, ne, notInArray, sql } from "drizzle-orm";
import type { Database } from "../../database/open-database";
import { notificationMessages as table } from "../../database/tables/notifications";
import type { Delivery } from "../channel.schema";

/** So many of a channel are kept. */
const kept = 100;

type MessageRow = typeof table.$inferSelect;
type NewMessage = Pick<MessageRow, "id" | "channelId" | "at" | "title" | "dropped" | "dueAt">;

/** What came of a try. */
export interface Tried {
  state: Delivery["state"];
  status: number | null;
  words: string;
  /** When it is tried again, where it is. */
  dueAt: number;
}

/** The messages of each channel, and how they fared. */
export class Messages {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  add(row: NewMessage): MessageRow {
    const { query } = this.#database;
    const whole = { ...row, state: "waiting" as const, attempts: 0, words: "" };
    return query.insert(table).values(whole).returning().get();
  }

  remove(id: string): void {
    this.#database.query.delete(table).where(eq(table.id, id)).run();
  }

  /** The one that is tried again on a channel; null where there is none. */
  waiting(channelId: string): MessageRow | null {
    const { query } = this.#database;
    const found = query.select().from(table).where(waitingOn(channelId)).orderBy(asc(table.dueAt)).limit(1);
    return found.get() ?? null;
  }

  /** When one is tried again on each channel that has any. */
  dueTimes(): { channelId: string; at: number | null }[] {
    return this.#database.query
      .select({ channelId: table.channelId, at: min(table.dueAt) })
      .from(table)
      .where(eq(table.state, "waiting"))
      .groupBy(table.channelId)
      .all();
  }

  /** Writes down what came of a try. */
  tried(id: string, now: number, { state, status, words, dueAt }: Tried): void {
    const set = { state, status, words, dueAt, triedAt: now, attempts: sql`${table.attempts} + 1` };
    this.#database.query.update(table).set(set).where(eq(table.id, id)).run();
  }

  /** Tries what waits on a channel no more. */
  giveUp(channelId: string, words: string): void {
    const set = { state: "given-up" as const, words };
    this.#database.query.update(table).set(set).where(waitingOn(channelId)).run();
  }

  /** The latest of a channel, the latest first. */
  log(channelId: string, limit = kept): Delivery[] {
    return this.#database.query
      .select()
      .from(table)
      .where(eq(table.channelId, channelId))
      .orderBy(desc(table.at), desc(sql`rowid`))
      .limit(limit)
      .all()
      .map(({ channelId: _channel, dropped: _dropped, dueAt: _due, ...row }) => row);
  }

  /** Of those that have ended keeps the latest. */
  prune(channelId: string): void {
    const { query } = this.#database;
    const ofChannel = eq(table.channelId, channelId);
    const latest = query
      .select({ id: table.id })
      .from(table)
      .where(ofChannel)
      .orderBy(desc(table.at), desc(sql`rowid`))
      .limit(kept);
    const isOver = and(ofChannel, ne(table.state, "waiting"), notInArray(table.id, latest));
    query.delete(table).where(isOver).run();
  }
}

function waitingOn(channelId: string) {
  return and(eq(table.channelId, channelId), eq(table.state, "waiting"));
}
