import { randomUUID } from "node:crypto";
import { and, asc, eq, inArray, lt, ne, not } from "drizzle-orm";
import type { Database } from "../../database/open-database";
import { bookableDevices, bookings } from "../../database/tables/named-devices";
import { AppError } from "../../errors";
import type { BookingRules } from "./booking.schema";
import { BookingQueue, type DeviceReference, type Waiting } from "./booking-queue";
import { hourMs, type Span } from "./spans";

export type Booking = typeof bookings.$inferSelect;
/** What has ended is kept for this long; milliseconds. */
const keptMs = 90 * 24 * hourMs;

/**
 * The bookings of named devices and who waits for one. Each method has written when it returns, and tells who watches.
 */
export class Bookings {
  readonly now: () => number;
  readonly queue: BookingQueue;
  readonly #database: Database;
  readonly #watchers = new Set<(hostId: string) => void>();

  constructor({ database, now = Date.now }: { database: Database; now?: () => number }) {
    this.#database = database;
    this.now = now;
    this.queue = new BookingQueue(database, (hostId) => this.#tell(hostId));
  }

  /** By which rules each can be booked, by name; what can't be is not in it. */
  rulesOn(hostId: string): ReadonlyMap<string, BookingRules> {
    const rows = this.#database.query
      .select()
      .from(bookableDevices)
      .where(eq(bookableDevices.hostId, hostId))
      .all();
    return new Map(rows.map(({ hostId: _host, name, ...rules }) => [name, rules]));
  }

  /** @throws AppError "conflict" where it can't be booked. */
  rulesOf({ hostId, name }: DeviceReference): BookingRules {
    const rules = this.rulesOn(hostId).get(name);
    if (rules !== undefined) return rules;
    throw new AppError("conflict", {
      userMessage: `“${name}” can't be booked. An administrator can allow it on the Passthrough page.`,
    });
  }

  setRules({ hostId, name }: DeviceReference, rules: BookingRules): void {
    this.#database.query
      .insert(bookableDevices)
      .values({ hostId, name, ...rules })
      .onConflictDoUpdate({ target: [bookableDevices.hostId, bookableDevices.name], set: rules })
      .run();
    this.#tell(hostId);
  }

  /**
   * It can be booked no more: bookings that are not over go, and who waits does not any more.
   * @returns the bookings that went.
   */
  forget(device: DeviceReference): Booking[] {
    const gone = this.of(device).filter(({ stage }) => stage !== "over");
    this.#database.transaction(() => {
      const { query } = this.#database;
      query
        .delete(bookableDevices)
        .where(and(eq(bookableDevices.hostId, device.hostId), eq(bookableDevices.name, device.name)))
        .run();
      // What has begun with a VM is brought to its end.
      const isUnderWay = inArray(bookings.stage, ["asked", "moving", "started"]);
      query
        .delete(bookings)
        .where(and(ofDevice(device), not(isUnderWay)))
        .run();
      this.queue.forget(device);
    });
    this.#tell(device.hostId);
    return gone;
  }

  /** A host's, by their beginning. */
  on(hostId: string): Booking[] {
    return this.#select(eq(bookings.hostId, hostId));
  }

  /** A device's, by their beginning. */
  of(device: DeviceReference): Booking[] {
    return this.#select(ofDevice(device));
  }

  /** Those of a host that are somebody's at this moment. */
  activeOn(hostId: string): Booking[] {
    const now = this.now();
    return this.on(hostId).filter(({ from, to }) => from <= now && now < to);
  }

  /** Of all hosts, those whose end is still to be told or heeded, or whose turn is. */
  unsettled(): Booking[] {
    return this.#select(ne(bookings.stage, "over"));
  }

  /** @throws AppError "not-found" where the host has no such booking. */
  get(hostId: string, id: string): Booking {
    const [found] = this.#select(and(eq(bookings.hostId, hostId), eq(bookings.id, id)));
    if (found !== undefined) return found;
    throw noSuchBooking();
  }

  /** Whether there is room for it is decided before, in the same turn. */
  add(booking: DeviceReference & Span & Pick<Booking, "userId" | "vmId">): Booking {
    return this.#insert({ ...booking, turn: null });
  }

  /** Gives who waits a booking from now: they wait no longer, and what is left to do of their turn is on record. */
  giveTurn({ id, hours, hostId, name, userId, vmId }: Waiting): Booking {
    const from = this.now();
    return this.#database.transaction(() => {
      this.queue.remove(hostId, id);
      return this.#insert({ hostId, name, userId, vmId, from, to: from + hours * hourMs, turn: "given" });
    });
  }

  change(
    { id, hostId }: Pick<Booking, "id" | "hostId">,
    values: Partial<Omit<Booking, "id" | "hostId" | "name">>,
  ): void {
    this.#database.query.update(bookings).set(values).where(eq(bookings.id, id)).run();
    this.#tell(hostId);
  }

  /** A VM is started by it. */
  use(hostId: string, id: string, vmId: string): void {
    this.change({ id, hostId }, { usedBy: vmId });
  }

  remove({ id, hostId }: Booking): void {
    this.#database.query.delete(bookings).where(eq(bookings.id, id)).run();
    this.#tell(hostId);
  }

  /** Forgets what has ended long ago. */
  prune(): void {
    const isOld = and(eq(bookings.stage, "over"), lt(bookings.to, this.now() - keptMs));
    this.#database.query.delete(bookings).where(isOld).run();
  }

  /** Calls `listener` with the host of each that changes, until the returned function is called. */
  watch(listener: (hostId: string) => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  #select(where: ReturnType<typeof and>): Booking[] {
    return this.#database.query.select().from(bookings).where(where).orderBy(asc(bookings.from)).all();
  }

  #insert(part: DeviceReference & Span & Pick<Booking, "userId" | "vmId" | "turn">): Booking {
    const row: Booking = {
      ...part,
      id: randomUUID(),
      usedBy: null,
      stage: "booked",
      askedAt: null,
      moveTo: null,
      askedFor: null,
    };
    this.#database.query.insert(bookings).values(row).run();
    this.#tell(row.hostId);
    return row;
  }

  #tell(hostId: string): void {
    for (const watcher of this.#watchers) watcher(hostId);
  }
}

function ofDevice({ hostId, name }: DeviceReference) {
  return and(eq(bookings.hostId, hostId), eq(bookings.name, name));
}

/** What is said of a booking that is not there. */
export function noSuchBooking(): AppError {
  return new AppError("not-found", { userMessage: "This booking is no more. Somebody has cancelled it." });
}
