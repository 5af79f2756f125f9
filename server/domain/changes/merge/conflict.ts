import type { Side } from "./three";

/** A place of a definition that both changed, each otherwise. */
export interface MergeConflict {
  /** Tells the places of one definition apart: "domain/devices/disk vda/driver@cache". */
  place: string;
  /** The place in words: "disk vda, driver, cache". */
  name: string;
  /** What the user wrote there; null where it was removed. */
  mine: string | null;
  /** What the other one wrote there; null where it was removed. */
  theirs: string | null;
}

/** By place: whose change is taken. */
export type MergeChoices = Readonly<Record<string, Side>>;

/** Settles conflicts by the choices that were made, and writes down all of them. */
export class Referee {
  readonly conflicts: MergeConflict[] = [];

  readonly #choices: MergeChoices;

  constructor(choices: MergeChoices) {
    this.#choices = choices;
  }

  /** Whose change is taken; theirs, which is in force already, as long as nobody has chosen. */
  decide(conflict: MergeConflict): Side {
    this.conflicts.push(conflict);
    return this.#choices[conflict.place] ?? "theirs";
  }
}
