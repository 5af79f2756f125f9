import { and, asc, count, eq, inArray, isNull, lt, lte, min, notInArray, sql } from "drizzle-orm";
import type { Database } from "../../database/open-database";
import {
  notificationChannels as channels,
  notificationEvents as events,
  notificationMessages as messages,
} from "../../database/tables/notifications";
import { type Occurrence, occurrenceSchema } from "../occurrence.schema";

/** More wait on no channel: of those that are not gathered yet the oldest go. */
const mostWaiting = 1000;
/** An occurrence is known again for this long; milliseconds. */
const keptMs = 48 * 3_600_000;

/** What may be told of an occurrence; null where nothing may. */
export type Heard = (occurrence: Occurrence) => Occurrence | null;

/** What is to be told on each channel, before it is gathered into a message and after. */
export class WaitingOccurrences {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Puts one in for a channel, once for each key. @returns whether it is new. */
  add(channelId: string, key: string, occurrence: Occurrence, dueAt: number): boolean {
    const row = { channelId, key, occurrence, at: occurrence.at, dueAt };
    const added = this.#database.query.insert(events).values(row).onConflictDoNothing().run().changes === 1;
    if (added) this.#dropOldest(channelId);
    return added;
  }

  /** Puts one in that a message tells by itself. */
  addTold(channelId: string, messageId: string, occurrence: Occurrence): void {
    const { at } = occurrence;
    const row = { channelId, messageId, key: `test/${messageId}`, occurrence, at, dueAt: at };
    this.#database.query.insert(events).values(row).run();
  }

  /** When the first is due on each channel that has any. */
  dueTimes(): { channelId: string; at: number | null }[] {
    return this.#database.query
      .select({ channelId: events.channelId, at: min(events.dueAt) })
      .from(events)
      .where(isNull(events.messageId))
      .groupBy(events.channelId)
      .all();
  }

  /** Gives all that is due on a channel and may be told to a message; what may not is forgotten. @returns what it tells. */
  gather(channelId: string, messageId: string, now: number, heard: Heard): Occurrence[] {
    const { query } = this.#database;
    const due = and(waitingOn(channelId), lte(events.dueAt, now));
    const told: { id: number; occurrence: Occurrence }[] = [];
    const unheard: number[] = [];
    for (const row of query.select().from(events).where(due).orderBy(asc(events.id)).all()) {
      const occurrence = heard(occurrenceSchema.parse(row.occurrence));
      if (occurrence === null) unheard.push(row.id);
      else told.push({ id: row.id, occurrence });
    }
    query.delete(events).where(inArray(events.id, unheard)).run();
    const ids = told.map(({ id }) => id);
    query.update(events).set({ messageId }).where(inArray(events.id, ids)).run();
    return told.map(({ occurrence }) => occurrence);
  }

  /** What a message tells. */
  of(messageId: string): Occurrence[] {
    const rows = this.#database.query
      .select({ occurrence: events.occurrence })
      .from(events)
      .where(eq(events.messageId, messageId))
      .orderBy(asc(events.id))
      .all();
    return rows.map(({ occurrence }) => occurrenceSchema.parse(occurrence));
  }

  /** How many were dropped on a channel since this was asked last. */
  takeDropped(channelId: string): number {
    const { query } = this.#database;
    const ofChannel = eq(channels.id, channelId);
    const row = query.select({ dropped: channels.dropped }).from(channels).where(ofChannel).get();
    const taken = row?.dropped ?? 0;
    if (taken > 0) query.update(channels).set({ dropped: 0 }).where(ofChannel).run();
    return taken;
  }

  /** Drops what waits on a channel. */
  drop(channelId: string): void {
    this.#database.query.delete(events).where(waitingOn(channelId)).run();
  }

  /** Forgets what was told so long ago that it is not seen again. */
  prune(channelId: string, now: number): void {
    const { query } = this.#database;
    const untold = query.select({ id: messages.id }).from(messages).where(eq(messages.state, "waiting"));
    const isOld = and(eq(events.channelId, channelId), lt(events.at, now - keptMs));
    const isTold = and(sql`${events.messageId} is not null`, notInArray(events.messageId, untold));
    query.delete(events).where(and(isOld, isTold)).run();
  }

  #dropOldest(channelId: string): void {
    const { query } = this.#database;
    const waiting = waitingOn(channelId);
    const all = query.select({ all: count() }).from(events).where(waiting).get()?.all ?? 0;
    const many = all - mostWaiting;
    if (many <= 0) return;
    const oldest = query.select({ id: events.id }).from(events).where(waiting).orderBy(asc(events.id));
    const ids = oldest.limit(many);
    query.delete(events).where(inArray(events.id, ids)).run();
    const dropped = sql`${channels.dropped} + ${many}`;
    query.update(channels).set({ dropped }).where(eq(channels.id, channelId)).run();
  }
}

function waitingOn(channelId: string) {
  return and(eq(events.channelId, channelId), isNull(events.messageId));
}
