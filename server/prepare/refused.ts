/** Says in a sentence why a change is not made. The planner turns it into its answer. */
export class Refused extends Error {
  /** @param instead What to do by hand: lines to write, or a command. */
  constructor(
    reason: string,
    readonly instead: string | null = null,
  ) {
    super(reason);
  }
}
