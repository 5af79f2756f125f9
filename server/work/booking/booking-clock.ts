import type { Logger } from "pino";
import type { AccessChanges } from "../../access/access-changes";
import type { Fleet } from "../../fleet/fleet";
import type { Jobs } from "../../job/jobs";
import { beginTurn, type TurnRooms } from "./begin-turn";
import type { DeviceReference } from "./booking-queue";
import { type QueueRooms, serveQueue } from "./serve-queue";
import { type EndRooms, settleEnd } from "./settle-end";
import { hourMs } from "./spans";

export interface ClockParts extends EndRooms, QueueRooms, TurnRooms {
  fleet: QueueRooms["fleet"] & EndRooms["fleet"] & Pick<Fleet, "watch">;
  jobs: QueueRooms["jobs"] & TurnRooms["jobs"] & Pick<Jobs, "watch">;
  named: QueueRooms["named"];
  changes: Pick<AccessChanges, "listen">;
  log: Logger;
}

/** Time goes by without anything that tells of it: it is looked at this often. */
const everyMs = 10_000;

/** Does what time brings to bookings: ends, turns in queues, and what is told of them. What it does is on record, so it goes on after a crash. */
export class BookingClock {
  readonly #parts: ClockParts;
  #looking: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(parts: ClockParts) {
    this.#parts = parts;
  }

  /** Looks now and then, and when something has changed, until the returned function is called, which waits for a look under way. */
  follow(): () => Promise<void> {
    const { bookings, fleet, jobs, changes, named, log } = this.#parts;
    const wake = () => {
      this.look().catch((error) => log.error({ err: error }, "bookings could not be looked at"));
    };
    bookings.prune();
    const timers = [setInterval(wake, everyMs).unref(), setInterval(() => bookings.prune(), hourMs).unref()];
    const stops = [
      bookings.watch(wake),
      named.watch(wake),
      fleet.watch(wake),
      jobs.watch((message) => {
        if (message.kind === "job" && message.job.state !== "running") wake();
      }),
      changes.listen(wake),
    ];
    return async () => {
      this.#stopped = true;
      for (const timer of timers) clearInterval(timer);
      for (const stop of stops) stop();
      await this.#looking;
    };
  }

  /** Looks once; who asks while a look is under way has it look once more. */
  look(): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    this.#again = true;
    this.#looking ??= this.#lookOn().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #lookOn(): Promise<void> {
    // Whoever changes something while this looks may have come too late for it.
    while (this.#again && !this.#stopped) {
      this.#again = false;
      await this.#lookOnce();
    }
  }

  async #lookOnce(): Promise<void> {
    const { bookings } = this.#parts;
    for (const booking of bookings.unsettled())
      await this.#each(booking, () => settleEnd(this.#parts, booking));
    for (const device of devicesOf(bookings.queue.all()))
      await this.#each(device, () => serveQueue(this.#parts, device));
    for (const booking of bookings.unsettled())
      await this.#each(booking, () => beginTurn(this.#parts, booking));
  }

  /** What fails for one is tried again at the next look, and keeps nothing from the others. */
  async #each(about: DeviceReference, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#parts.log.error(
        { err: error, host: about.hostId, device: about.name },
        "a booking could not be looked after",
      );
    }
  }
}

function devicesOf(waiting: readonly DeviceReference[]): DeviceReference[] {
  const keys = new Map(waiting.map(({ hostId, name }) => [JSON.stringify([hostId, name]), { hostId, name }]));
  return [...keys.values()];
}
