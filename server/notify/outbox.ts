import { randomUUID } from "node:crypto";
import { and, asc, count, desc, eq, inArray, isNull, lt, lte, min, notInArray, sql } from "drizzle-orm";
import type { Database } from "../database/open-database";
import {
  notificationEvents as events,
  notificationMessages as messages,
  notificationChannels,
} from "../database/schema";
import type { Delivery } from "./channel.schema";
import { type Message, messageOf, titleOf } from "./message";
import { type Occurrence, occurrenceSchema } from "./occurrence.schema";

/** More wait on no channel: of those that are not gathered yet the oldest go. */
const mostWaiting = 1000;
/** So many messages of a channel are kept. */
const keptMessages = 100;
/** Longer than a try takes; milliseconds. */
const aloneForMs = 60_000;
/** An occurrence is known again for this long; milliseconds. */
const keptMs = 48 * 3_600_000;

type MessageRow = typeof messages.$inferSelect;

/** A message that is to be sent now. */
export interface DueMessage {
  message: Message;
  at: number;
  attempts: number;
}

/** What came of a try. */
export interface Tried {
  state: Delivery["state"];
  status: number | null;
  words: string;
  /** When it is tried again, where it is. */
  dueAt: number;
}

/** What waits to be told, and how what was told fared. Each method has written when it returns. */
export class Outbox {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Puts an occurrence in for a channel, once for each key. @returns whether it is new. */
  add(channelId: string, key: string, occurrence: Occurrence, dueAt: number): boolean {
    const row = { channelId, key, occurrence, at: occurrence.at, dueAt };
    const added = this.#database.query.insert(events).values(row).onConflictDoNothing().run().changes === 1;
    if (added) this.#dropOldest(channelId);
    return added;
  }

  /** When there is next something to send on each channel, that is not sent at once. */
  dueTimes(): Map<string, number> {
    const { query } = this.#database;
    const times = new Map<string, number>();
    const waiting = query
      .select({ channelId: messages.channelId, at: min(messages.dueAt) })
      .from(messages)
      .where(eq(messages.state, "waiting"))
      .groupBy(messages.channelId)
      .all();
    const gathered = query
      .select({ channelId: events.channelId, at: min(events.dueAt) })
      .from(events)
      .where(isNull(events.messageId))
      .groupBy(events.channelId)
      .all();
    // What has happened meanwhile goes after the message that is being tried.
    for (const { channelId, at } of [...gathered, ...waiting]) if (at !== null) times.set(channelId, at);
    return times;
  }

  /**
   * The message that is next on a channel: the one that is tried again, or one made of all that is due. It is on record with
   * its id before it is sent, so that it has that id again after a crash.
   * @param heard Which occurrences may be told there; the others are forgotten.
   */
  next(
    channelId: string,
    now: number,
    heard: (occurrence: Occurrence) => Occurrence | null,
  ): DueMessage | null {
    return this.#database.transaction(() => {
      const waiting = this.#waiting(channelId);
      if (waiting !== null) return waiting.dueAt > now ? null : this.#dueMessage(waiting, heard);
      const due = this.#gather(channelId, now, heard);
      return due === null ? null : this.#dueMessage(due, heard);
    });
  }

  /** Puts a message of one occurrence in and hands it out, before all else that waits. */
  addAlone(channelId: string, occurrence: Occurrence): DueMessage {
    const id = randomUUID();
    const { query } = this.#database;
    this.#database.transaction(() => {
      const row = { channelId, key: `test/${id}`, occurrence, at: occurrence.at, dueAt: occurrence.at };
      query
        .insert(events)
        .values({ ...row, messageId: id })
        .run();
      // Nobody else takes it up while it is tried.
      this.#insert(channelId, id, occurrence.at, occurrence.title, 0, occurrence.at + aloneForMs);
    });
    return { message: messageOf(id, [occurrence]), at: occurrence.at, attempts: 0 };
  }

  /** Writes down what came of a try. */
  tried(channelId: string, messageId: string, now: number, { state, status, words, dueAt }: Tried): void {
    const set = { state, status, words, dueAt, triedAt: now, attempts: sql`${messages.attempts} + 1` };
    this.#database.transaction(() => {
      this.#database.query.update(messages).set(set).where(eq(messages.id, messageId)).run();
      this.#prune(channelId, now);
    });
  }

  /** The latest messages of a channel, the latest first. */
  log(channelId: string, limit = keptMessages): Delivery[] {
    return this.#database.query
      .select()
      .from(messages)
      .where(eq(messages.channelId, channelId))
      .orderBy(desc(messages.at), desc(sql`rowid`))
      .limit(limit)
      .all()
      .map(({ channelId: _channel, dropped: _dropped, dueAt: _due, ...row }) => row);
  }

  /** Drops all that waits on a channel, which is used no more. */
  drop(channelId: string): void {
    const { query } = this.#database;
    query
      .delete(events)
      .where(and(eq(events.channelId, channelId), isNull(events.messageId)))
      .run();
    query
      .update(messages)
      .set({ state: "given-up", words: "The channel was turned off." })
      .where(and(eq(messages.channelId, channelId), eq(messages.state, "waiting")))
      .run();
  }

  #waiting(channelId: string) {
    const waiting = and(eq(messages.channelId, channelId), eq(messages.state, "waiting"));
    const { query } = this.#database;
    return query.select().from(messages).where(waiting).orderBy(asc(messages.dueAt)).limit(1).get() ?? null;
  }

  #dueMessage(row: MessageRow, heard: (one: Occurrence) => Occurrence | null): DueMessage | null {
    const all = this.#occurrencesOf(row.id).flatMap((one) => heard(one) ?? []);
    if (all.length === 0) {
      // Since the last try, whoever has the channel may not hear of it any more.
      this.#database.query.delete(messages).where(eq(messages.id, row.id)).run();
      return null;
    }
    return { message: messageOf(row.id, all, row.dropped), at: row.at, attempts: row.attempts };
  }

  #occurrencesOf(messageId: string): Occurrence[] {
    const rows = this.#database.query
      .select({ occurrence: events.occurrence })
      .from(events)
      .where(eq(events.messageId, messageId))
      .orderBy(asc(events.id))
      .all();
    return rows.map(({ occurrence }) => occurrenceSchema.parse(occurrence));
  }

  #gather(channelId: string, now: number, heard: (one: Occurrence) => Occurrence | null) {
    const { query } = this.#database;
    const due = and(eq(events.channelId, channelId), isNull(events.messageId), lte(events.dueAt, now));
    const rows = query.select().from(events).where(due).orderBy(asc(events.id)).all();
    const told = rows.flatMap((row) => {
      const occurrence = heard(occurrenceSchema.parse(row.occurrence));
      return occurrence === null ? [] : [{ id: row.id, occurrence }];
    });
    const ids = new Set(told.map(({ id }) => id));
    const unheard = rows.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
    if (unheard.length > 0) query.delete(events).where(inArray(events.id, unheard)).run();
    if (told.length === 0) return null;
    const id = randomUUID();
    query
      .update(events)
      .set({ messageId: id })
      .where(inArray(events.id, [...ids]))
      .run();
    const title = titleOf(told.map(({ occurrence }) => occurrence));
    return this.#insert(channelId, id, now, title, this.#takeDropped(channelId));
  }

  #insert(channelId: string, id: string, at: number, title: string, dropped: number, dueAt = at) {
    const row = { id, channelId, at, title, dropped, state: "waiting" as const, attempts: 0, dueAt };
    return this.#database.query
      .insert(messages)
      .values({ ...row, words: "" })
      .returning()
      .get();
  }

  #takeDropped(channelId: string): number {
    const { query } = this.#database;
    const ofChannel = eq(notificationChannels.id, channelId);
    const { dropped } = notificationChannels;
    const taken = query.select({ dropped }).from(notificationChannels).where(ofChannel).get()?.dropped ?? 0;
    if (taken > 0) query.update(notificationChannels).set({ dropped: 0 }).where(ofChannel).run();
    return taken;
  }

  #dropOldest(channelId: string): void {
    const { query } = this.#database;
    const waiting = and(eq(events.channelId, channelId), isNull(events.messageId));
    const all = query.select({ all: count() }).from(events).where(waiting).get()?.all ?? 0;
    if (all <= mostWaiting) return;
    const oldest = query.select({ id: events.id }).from(events).where(waiting).orderBy(asc(events.id));
    const many = all - mostWaiting;
    query
      .delete(events)
      .where(inArray(events.id, oldest.limit(many)))
      .run();
    query
      .update(notificationChannels)
      .set({ dropped: sql`${notificationChannels.dropped} + ${many}` })
      .where(eq(notificationChannels.id, channelId))
      .run();
  }

  /** Of messages that have ended the latest are kept; their occurrences, as long as they might be seen again. */
  #prune(channelId: string, now: number): void {
    const { query } = this.#database;
    const kept = query
      .select({ id: messages.id })
      .from(messages)
      .where(eq(messages.channelId, channelId))
      .orderBy(desc(messages.at), desc(sql`rowid`))
      .limit(keptMessages);
    query
      .delete(messages)
      .where(
        and(
          eq(messages.channelId, channelId),
          notInArray(messages.id, kept),
          sql`${messages.state} <> 'waiting'`,
        ),
      )
      .run();
    const waiting = query.select({ id: messages.id }).from(messages).where(eq(messages.state, "waiting"));
    query
      .delete(events)
      .where(
        and(
          eq(events.channelId, channelId),
          lt(events.at, now - keptMs),
          sql`${events.messageId} is not null`,
          notInArray(events.messageId, waiting),
        ),
      )
      .run();
  }
}
