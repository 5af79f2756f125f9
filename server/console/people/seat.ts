import { randomUUID } from "node:crypto";
import type { KeyboardState } from "../protocol.schema";
import type { ConsolePlace, Person } from "./person";

/** What a seat knows of the others at its console. */
export interface Neighbours {
  /** Whose the keyboard is now; null while everybody may type. */
  readonly holder: Seat | null;
  /** Something of the seat has changed. */
  changed(): void;
}

export interface SeatOptions {
  place: ConsolePlace;
  person: Person;
  /** Its ticket was one to watch only. */
  readOnly: boolean;
  neighbours: Neighbours;
  /** Whether its person still has the right by which they came. */
  mayStay(): boolean;
  /** Closes the socket that sits here. */
  close(code: number, reason: string): void;
  /** Unix milliseconds now. */
  now: () => number;
}

/** What is typed without a pause is told of at most this often. */
const tellTypingMs = 2_000;

/** One socket's place at a console: the one thing that says whether what comes from it goes to the guest. */
export class Seat {
  readonly id = randomUUID();
  readonly since: number;
  lastTypedAt: number | null = null;
  /** Called when whose the keyboard is has changed. */
  onKeyboard: () => void = () => undefined;
  readonly #options: SeatOptions;
  #hasLeft = false;

  constructor(options: SeatOptions) {
    this.#options = options;
    this.since = options.now();
  }

  get place(): ConsolePlace {
    return this.#options.place;
  }

  get person(): Person {
    return this.#options.person;
  }

  get readOnly(): boolean {
    return this.#options.readOnly;
  }

  get mayStay(): boolean {
    return this.#options.mayStay();
  }

  get hasKeyboard(): boolean {
    return this.#options.neighbours.holder === this;
  }

  /** Whether somebody else has taken the keyboard. */
  get keyboardIsAnothers(): boolean {
    const { holder } = this.#options.neighbours;
    return holder !== null && holder !== this;
  }

  /** Asked for each thing that comes from the browser. What still comes from one that was closed counts no more. */
  get mayType(): boolean {
    return !this.readOnly && !this.#hasLeft && !this.keyboardIsAnothers;
  }

  /** Whether it may end another program's hold of the console. Guests may not: they do not know whose it is. */
  get mayTakeOver(): boolean {
    return this.mayType && this.person.guestOf === undefined;
  }

  /** Something that was typed went to the guest. */
  typed(): void {
    const now = this.#options.now();
    if (this.lastTypedAt !== null && now - this.lastTypedAt < tellTypingMs) return;
    this.lastTypedAt = now;
    this.#options.neighbours.changed();
  }

  /** Whose the keyboard is, as this one is told. */
  keyboard(nameOf: (holder: Person) => string | null): KeyboardState {
    const { holder } = this.#options.neighbours;
    if (holder === null || holder === this) return { holder: holder === null ? "nobody" : "you", by: null };
    return { holder: "other", by: nameOf(holder.person) };
  }

  /** Nothing that comes from it goes to the guest from now on. */
  leave(): void {
    this.#hasLeft = true;
  }

  close(code: number, reason: string): void {
    this.leave();
    this.#options.close(code, reason);
  }
}
