import { randomBytes } from "node:crypto";
import type { Fleet } from "../../fleet/fleet";
import type { FleetMessage } from "../../fleet/schema";
import type { JobMessage } from "../../job/job.schema";
import type { Jobs } from "../../job/jobs";

/** Something that happened, as everybody might see it, numbered in the order in which it did. */
export interface RecentEvent {
  number: number;
  what: { kind: "fleet"; message: FleetMessage } | { kind: "jobs"; message: JobMessage };
}

interface RecentEventsParts {
  fleet: Pick<Fleet, "watch">;
  jobs: Pick<Jobs, "watch">;
  /** How many are kept. */
  kept?: number;
}

/**
 * What happened lately, so that who was away for a moment is told what they missed; it ends with the process. Of each job the
 * latest is kept alone, as it tells all of the job: one that goes on for hours would leave room for nothing else.
 */
export class RecentEvents {
  /** Tells this process from others, whose numbers mean something else. */
  readonly process = randomBytes(6).toString("hex");
  readonly #kept: number;
  readonly #events: RecentEvent[] = [];
  readonly #listeners = new Set<(event: RecentEvent) => void>();
  readonly #stops: (() => void)[];
  #last = 0;
  /** The number of the latest that is kept no more, and that nothing has taken the place of. */
  #lost = 0;

  constructor({ fleet, jobs, kept = 1000 }: RecentEventsParts) {
    this.#kept = kept;
    let isFollowing = false;
    const add = (what: RecentEvent["what"]) => {
      // How things are at first has not happened.
      if (isFollowing) this.#add(what);
    };
    this.#stops = [
      fleet.watch((message) => add({ kind: "fleet", message })),
      jobs.watch((message) => add({ kind: "jobs", message })),
    ];
    isFollowing = true;
  }

  /** The number of the latest; 0 before anything happened. */
  get last(): number {
    return this.#last;
  }

  /** What came after the event of that number, the oldest first; null where not all of it is kept, or there was no such event. */
  since(number: number): readonly RecentEvent[] | null {
    if (number < this.#lost || number > this.#last) return null;
    return this.#events.filter((event) => event.number > number);
  }

  /** Tells `listener` of each from now on, until the returned function is called. */
  follow(listener: (event: RecentEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  #add(what: RecentEvent["what"]): void {
    this.#last += 1;
    const event = { number: this.#last, what };
    const before = this.#events.findLastIndex((earlier) => isOfSameJob(earlier.what, what));
    if (before !== -1) this.#events.splice(before, 1);
    this.#events.push(event);
    if (this.#events.length > this.#kept) this.#lost = this.#events.shift()?.number ?? 0;
    for (const listener of this.#listeners) listener(event);
  }
}

function isOfSameJob(one: RecentEvent["what"], other: RecentEvent["what"]): boolean {
  if (one.kind !== "jobs" || other.kind !== "jobs") return false;
  if (one.message.kind !== "job" || other.message.kind !== "job") return false;
  return one.message.job.id === other.message.job.id;
}
