import { randomUUID } from "node:crypto";
import type { Database } from "../../database/open-database";
import type { Delivery } from "../channel.schema";
import { type LinkTo, type Message, messageOf, titleOf } from "../message";
import type { Occurrence } from "../occurrence.schema";
import { Messages, type Tried } from "./messages";
import { type Heard, WaitingOccurrences } from "./waiting-occurrences";

/** Longer than a try takes; milliseconds. */
const aloneForMs = 60_000;

/** A message that is to be sent now. */
export interface DueMessage {
  message: Message;
  at: number;
  attempts: number;
}

/** What waits to be told, and how what was told fared. Each method has written when it returns. */
export class Outbox {
  readonly #database: Database;
  readonly #occurrences: WaitingOccurrences;
  readonly #messages: Messages;
  readonly #linkTo: LinkTo;

  constructor(database: Database, linkTo: LinkTo) {
    this.#database = database;
    this.#linkTo = linkTo;
    this.#occurrences = new WaitingOccurrences(database);
    this.#messages = new Messages(database);
  }

  /** Puts an occurrence in for a channel, once for each key. @returns whether it is new. */
  add(channelId: string, key: string, occurrence: Occurrence, dueAt: number): boolean {
    return this.#occurrences.add(channelId, key, occurrence, dueAt);
  }

  /** When there is next something to send on each channel, that is not sent at once. */
  dueTimes(): Map<string, number> {
    const times = new Map<string, number>();
    // What has happened meanwhile goes after the message that is being tried.
    for (const { channelId, at } of [...this.#occurrences.dueTimes(), ...this.#messages.dueTimes()])
      if (at !== null) times.set(channelId, at);
    return times;
  }

  /**
   * The message that is next on a channel: the one that is tried again, or one made of all that is due. It is on record with
   * its id before it is sent, so that it has that id again after a crash.
   * @param heard What may be told there of each occurrence; of which nothing may be, are forgotten.
   */
  next(channelId: string, now: number, heard: Heard): DueMessage | null {
    return this.#database.transaction(() => {
      const waiting = this.#messages.waiting(channelId);
      if (waiting === null) return this.#gather(channelId, now, heard);
      if (waiting.dueAt > now) return null;
      const { id, dropped, at, attempts } = waiting;
      const all = this.#occurrences.of(id).flatMap((one) => heard(one) ?? []);
      if (all.length > 0) return { message: this.#messageOf(id, all, dropped), at, attempts };
      // Since the last try, whoever has the channel may not hear of it any more.
      this.#messages.remove(id);
      return null;
    });
  }

  /** Puts a message of one occurrence in and hands it out, before all else that waits. */
  addAlone(channelId: string, occurrence: Occurrence): DueMessage {
    const { at, title } = occurrence;
    const id = randomUUID();
    this.#database.transaction(() => {
      this.#occurrences.addTold(channelId, id, occurrence);
      // Nobody else takes it up while it is tried.
      this.#messages.add({ id, channelId, at, title, dropped: 0, dueAt: at + aloneForMs });
    });
    return { message: this.#messageOf(id, [occurrence]), at, attempts: 0 };
  }

  /** Writes down what came of a try. */
  tried(channelId: string, messageId: string, now: number, tried: Tried): void {
    this.#database.transaction(() => {
      this.#messages.tried(messageId, now, tried);
      this.#messages.prune(channelId);
      this.#occurrences.prune(channelId, now);
    });
  }

  /** The latest messages of a channel, the latest first. */
  log(channelId: string, limit?: number): Delivery[] {
    return this.#messages.log(channelId, limit);
  }

  /** Drops all that waits on a channel, which is used no more. */
  drop(channelId: string): void {
    this.#database.transaction(() => {
      this.#occurrences.drop(channelId);
      this.#messages.giveUp(channelId, "The channel was turned off.");
    });
  }

  #gather(channelId: string, now: number, heard: Heard): DueMessage | null {
    const id = randomUUID();
    const all = this.#occurrences.gather(channelId, id, now, heard);
    if (all.length === 0) return null;
    const dropped = this.#occurrences.takeDropped(channelId);
    this.#messages.add({ id, channelId, at: now, title: titleOf(all), dropped, dueAt: now });
    return { message: this.#messageOf(id, all, dropped), at: now, attempts: 0 };
  }

  #messageOf(id: string, all: readonly Occurrence[], lost = 0): Message {
    return messageOf(id, all, { linkTo: this.#linkTo, lost });
  }
}
