import type { Logger } from "pino";
import { triedForMs, waitAfter } from "./backoff";
import type { Message } from "./message";
import type { Occurrence } from "./occurrence.schema";
import type { Tried } from "./outbox/messages";
import type { DueMessage, Outbox } from "./outbox/outbox";
import type { Outcome } from "./send/outcome";

export interface DispatcherParts {
  outbox: Outbox;
  /** Whether occurrences may be told on a channel, and how; null where not. */
  heard(channelId: string, occurrence: Occurrence): Occurrence | null;
  /** Sends on a channel. It never throws. */
  send(channelId: string, message: Message, signal: AbortSignal): Promise<Outcome>;
  /** Called when what a log shows is another. */
  changed(): void;
  log: Logger;
  now(): number;
  /** 0…1, by which tries are spread. */
  chance(): number;
}

/** So long may a try take as a whole, however slowly a server answers; milliseconds. */
const longestTryMs = 15_000;
/** What happens within it becomes one message; milliseconds. */
const gatherMs = 1_000;
const longestSleepMs = 3_600_000;

/** Sends what waits: each channel by itself, so that one that hangs or fails holds up no other. */
export class Dispatcher {
  readonly #busy = new Map<string, Promise<void>>();
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #wakesAt = Number.POSITIVE_INFINITY;
  #started = false;

  readonly #parts: DispatcherParts;

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
  }

  /** Has it look at what waits: something was put in, or a channel was changed. */
  wake(): void {
    this.#sleepUntil(this.#parts.now() + gatherMs);
  }

  /** Sends a message at once, beside what waits. */
  sendNow(channelId: string, due: DueMessage): Promise<Outcome> {
    return this.#try(channelId, due, true);
  }

  /** Begins, with what an earlier run has left. Until then all waits. */
  start(): void {
    this.#started = true;
    this.#look();
  }

  /** Ends tries under way, which are made again at the next start. */
  async stop(): Promise<void> {
    this.#stop.abort();
    if (this.#timer !== null) clearTimeout(this.#timer);
    await Promise.all(this.#busy.values());
  }

  #look(): void {
    this.#timer = null;
    if (this.#stop.signal.aborted) return;
    const { outbox, now, log } = this.#parts;
    try {
      for (const [channelId, at] of outbox.dueTimes()) {
        if (this.#busy.has(channelId)) continue;
        if (at > now()) this.#sleepUntil(at);
        else this.#begin(channelId);
      }
    } catch (error) {
      log.error({ err: error }, "what is to be notified could not be read");
      this.#sleepUntil(now() + longestTryMs);
    }
  }

  #begin(channelId: string): void {
    const { log, now } = this.#parts;
    const work = this.#drain(channelId)
      .catch((error) =>
        log.error({ err: error, channel: channelId }, "a notification could not be written down"),
      )
      .finally(() => {
        this.#busy.delete(channelId);
        this.#sleepUntil(now() + gatherMs);
      });
    this.#busy.set(channelId, work);
  }

  /** Sends what is due on a channel, one message after the other, until one fails. */
  async #drain(channelId: string): Promise<void> {
    const { outbox, now, heard } = this.#parts;
    while (!this.#stop.signal.aborted) {
      const due = outbox.next(channelId, now(), (occurrence) => heard(channelId, occurrence));
      if (due === null || (await this.#try(channelId, due, false)).kind === "failed") return;
    }
  }

  async #try(channelId: string, due: DueMessage, once: boolean): Promise<Outcome> {
    const { send, outbox, now, changed, log } = this.#parts;
    const signal = AbortSignal.any([this.#stop.signal, AbortSignal.timeout(longestTryMs)]);
    const outcome = await send(channelId, due.message, signal);
    // A try that was cut short by the end of this run is none.
    if (this.#stop.signal.aborted && outcome.kind !== "sent") return outcome;
    outbox.tried(channelId, due.message.id, now(), this.#triedOf(due, outcome, once));
    const { kind, status } = outcome;
    log.info({ channel: channelId, message: due.message.id, kind, status }, "notification");
    changed();
    return outcome;
  }

  #triedOf({ at, attempts }: DueMessage, outcome: Outcome, once: boolean): Tried {
    const { now, chance } = this.#parts;
    const { kind, status, words } = outcome;
    const dueAt = now() + waitAfter(attempts + 1, chance());
    if (kind !== "failed") return { state: kind, status, words, dueAt };
    const isOver = once || dueAt > at + triedForMs;
    return { state: isOver ? "given-up" : "waiting", status, words, dueAt };
  }

  /** Of several times the earliest counts. */
  #sleepUntil(at: number): void {
    if (!this.#started || this.#stop.signal.aborted) return;
    if (this.#timer !== null && this.#wakesAt <= at) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#wakesAt = at;
    const wait = Math.min(Math.max(0, at - this.#parts.now()), longestSleepMs);
    this.#timer = setTimeout(() => this.#look(), wait).unref();
  }
}
