import { and, asc, eq } from "drizzle-orm";
import type { Database } from "../../database/open-database";
import { bookingQueue } from "../../database/tables/named-devices";
import { AppError } from "../../errors";

/** A named device of a host. */
export interface DeviceReference {
  hostId: string;
  name: string;
}

export type Waiting = typeof bookingQueue.$inferSelect;

/** Who waits for one of a named device, in the order of coming. */
export class BookingQueue {
  readonly #database: Database;
  readonly #tell: (hostId: string) => void;

  /** @param tell Called with the host of each queue that has changed. */
  constructor(database: Database, tell: (hostId: string) => void) {
    this.#database = database;
    this.#tell = tell;
  }

  /** All that wait, of all hosts; who came first stands first. */
  all(): Waiting[] {
    return this.#database.query.select().from(bookingQueue).orderBy(asc(bookingQueue.id)).all();
  }

  of({ hostId, name }: DeviceReference): Waiting[] {
    return this.all().filter((one) => one.hostId === hostId && one.name === name);
  }

  /** @throws AppError "not-found" where nobody waits so. */
  get(hostId: string, id: number): Waiting {
    const found = this.all().find((one) => one.hostId === hostId && one.id === id);
    if (found !== undefined) return found;
    throw nobodyWaits();
  }

  /** @throws AppError "conflict" where they wait for it already. */
  add(row: Omit<Waiting, "id">): void {
    const { changes } = this.#database.query.insert(bookingQueue).values(row).onConflictDoNothing().run();
    if (changes !== 1)
      throw new AppError("conflict", {
        userMessage: `You wait for “${row.name}” already. Leave the queue first.`,
      });
    this.#tell(row.hostId);
  }

  remove(hostId: string, id: number): void {
    this.#database.query.delete(bookingQueue).where(eq(bookingQueue.id, id)).run();
    this.#tell(hostId);
  }

  /** Nobody waits for it any more. */
  forget({ hostId, name }: DeviceReference): void {
    this.#database.query
      .delete(bookingQueue)
      .where(and(eq(bookingQueue.hostId, hostId), eq(bookingQueue.name, name)))
      .run();
    this.#tell(hostId);
  }
}

/** What is said of a place in a queue that nobody has. */
export function nobodyWaits(): AppError {
  return new AppError("not-found", {
    userMessage: "Nobody waits here any more: the turn has come, or was given up.",
  });
}
