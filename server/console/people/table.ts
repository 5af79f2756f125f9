import type { Neighbours, Seat } from "./seat";

/** All who sit at one console, and whose its keyboard is. */
export class Table implements Neighbours {
  readonly seats = new Set<Seat>();
  holder: Seat | null = null;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  add(seat: Seat): void {
    this.seats.add(seat);
    this.changed();
  }

  /** Who leaves gives the keyboard back. */
  remove(seat: Seat): void {
    if (!this.seats.delete(seat)) return;
    if (this.holder === seat) this.give(null);
    else this.changed();
  }

  /** Gives the keyboard to one alone, or back to all. */
  give(holder: Seat | null): void {
    this.holder = holder;
    for (const seat of this.seats) seat.onKeyboard();
    this.changed();
  }

  changed(): void {
    this.#onChange();
  }
}
