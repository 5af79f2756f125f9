import { AppError } from "../../errors";
import { closeCodes } from "../protocol.schema";
import { shortReason } from "./close-reason";
import { type ConsolePlace, nameFor, type Person } from "./person";
import { Seat } from "./seat";
import { Table } from "./table";

/** Who sits down at a console. */
export interface Sitting {
  person: Person;
  readOnly: boolean;
  /** Whether they still have the right by which they came. */
  mayStay(): boolean;
  close(code: number, reason: string): void;
}

/** Who is at which console, over all hosts: who watches, who types, and whose the keyboard is. Nothing of it is kept. */
export class ConsolePeople {
  readonly #now: () => number;
  /** By the console's key. None is kept that nobody sits at. */
  readonly #tables = new Map<string, Table>();
  readonly #listeners = new Map<string, Set<() => void>>();

  /** `now` tells Unix milliseconds. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Somebody comes; whoever lets them in tells when they {@link leave}. */
  sit(place: ConsolePlace, sitting: Sitting): Seat {
    const key = keyOf(place);
    const table = this.#tables.get(key) ?? new Table(() => this.#tell(key));
    this.#tables.set(key, table);
    const seat = new Seat({ ...sitting, place, neighbours: table, now: this.#now });
    table.add(seat);
    return seat;
  }

  leave(seat: Seat): void {
    const key = keyOf(seat.place);
    const table = this.#tables.get(key);
    seat.leave();
    table?.remove(seat);
    if (table?.seats.size === 0) this.#tables.delete(key);
  }

  /** All at a console, in the order in which they came. */
  at(place: ConsolePlace): readonly Seat[] {
    return [...(this.#tables.get(keyOf(place))?.seats ?? [])];
  }

  /** Calls `listener` whenever something of a console's people has changed, until the returned function is called. */
  listen(place: ConsolePlace, listener: () => void): () => void {
    const key = keyOf(place);
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(key);
    };
  }

  /** Closes for those who have lost the right by which they came, as something of users or shares has changed. */
  recheck(): void {
    for (const { seats } of [...this.#tables.values()])
      for (const seat of [...seats].filter(({ mayStay }) => !mayStay)) {
        seat.close(closeCodes.ticketRefused, "What you may do has changed.");
        this.leave(seat);
      }
  }

  /** Throws one out, who is told by whom. @throws AppError "not-found" where they are gone. */
  disconnect(place: ConsolePlace, seatId: string, by: { name: string; person: Person }): Seat {
    const seat = this.#seat(place, seatId);
    const name = nameFor(seat.person, by.person, place) ?? "somebody who manages this host";
    seat.close(closeCodes.disconnected, shortReason(`You were disconnected by ${name}.`));
    this.leave(seat);
    return seat;
  }

  /**
   * Gives the keyboard to one who sits there: nobody else can type until they give it back or leave.
   * @throws AppError "not-found" where they are gone, "conflict" where they only watch.
   */
  takeKeyboard(place: ConsolePlace, seatId: string, userId: string): void {
    const seat = this.#ownSeat(place, seatId, userId);
    if (seat.readOnly)
      throw new AppError("conflict", {
        userMessage: "You only watch this console. Turn off Read only, then take the keyboard.",
      });
    this.#tables.get(keyOf(place))?.give(seat);
  }

  /** Lets everybody type again. @throws AppError "not-found" where they are gone. */
  giveKeyboard(place: ConsolePlace, seatId: string, userId: string): void {
    const seat = this.#ownSeat(place, seatId, userId);
    if (seat.hasKeyboard) this.#tables.get(keyOf(place))?.give(null);
  }

  #seat(place: ConsolePlace, seatId: string): Seat {
    const seat = this.at(place).find(({ id }) => id === seatId);
    if (seat !== undefined) return seat;
    throw new AppError("not-found", { userMessage: "They are not at this console any more." });
  }

  #ownSeat(place: ConsolePlace, seatId: string, userId: string): Seat {
    const seat = this.at(place).find(({ id, person }) => id === seatId && person.id === userId);
    if (seat !== undefined) return seat;
    throw new AppError("not-found", {
      userMessage: "This page is not connected to the console any more. Connect again.",
    });
  }

  #tell(key: string): void {
    for (const listener of [...(this.#listeners.get(key) ?? [])]) listener();
  }
}

function keyOf({ hostId, vmId, kind }: ConsolePlace): string {
  return `${kind}/${hostId}/${vmId}`;
}
