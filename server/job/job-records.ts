import type { Reservation } from "../access/quota.schema";
import { noSuchJob } from "../not-there";
import type { Job, JobMessage } from "./job.schema";
import type { JobRun } from "./job-run";
import { type JobRecord, type Journal, withoutSpentInput } from "./journal";

/** What only the run of a job knows of it. */
type Live = Pick<JobRun, "cancellable" | "progress">;

/** Jobs that have ended stay on record up to this number. */
const historyLength = 500;

/** The jobs on record: in memory as in the journal, and told to whoever watches. */
export class JobRecords {
  readonly #journal: Journal;
  readonly #liveOf: (id: string) => Live | undefined;
  readonly #isIndependent: (kind: string) => boolean;
  readonly #records = new Map<string, JobRecord>();
  readonly #listeners = new Set<(message: JobMessage) => void>();

  /**
   * Those that a crash has cut short become `interrupted`.
   * @param liveOf the run of a job, as long as it runs.
   * @param isIndependent of a kind's name: whether its steps know nothing of each other.
   */
  constructor(
    journal: Journal,
    liveOf: (id: string) => Live | undefined,
    isIndependent: (kind: string) => boolean,
  ) {
    this.#journal = journal;
    this.#liveOf = liveOf;
    this.#isIndependent = isIndependent;
    for (const record of journal.all().reverse()) this.#keepFound(record);
  }

  /** Puts a new job on record. */
  add(record: JobRecord): void {
    this.#journal.add(record);
    this.#keep(record);
  }

  /** Writes down how far a job is. */
  save(changed: JobRecord): void {
    const kept = withoutSpentInput(changed);
    this.#journal.save(kept);
    this.#keep(kept);
  }

  /** Has a job rest of which the journal could not be told. */
  restUnwritten(id: string): void {
    const record = this.find(id);
    if (record !== undefined) this.#keep({ ...record, state: "interrupted", problem: unwritten });
  }

  find(id: string): JobRecord | undefined {
    return this.#records.get(id);
  }

  /** The job of that id; an AppError "not-found" where there is none. */
  get(id: string): Job {
    const record = this.find(id);
    if (record !== undefined) return this.#view(record);
    throw noSuchJob();
  }

  all(): Job[] {
    return [...this.#records.values()].map((record) => this.#view(record));
  }

  /** Sends all jobs and then each that changes to `listener`, until the returned function is called. */
  watch(listener: (message: JobMessage) => void): () => void {
    listener(this.#snapshot());
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes a host's jobs that do not run off the record. */
  forget(hostId: string): void {
    for (const { id, hostId: host, state } of [...this.#records.values()])
      if (host === hostId && state !== "running") this.#remove(id);
    for (const listener of this.#listeners) listener(this.#snapshot());
  }

  /** Tells whoever watches how a job is now. */
  tell(id: string): void {
    if (this.#listeners.size === 0) return;
    const job = this.get(id);
    for (const listener of this.#listeners) listener({ kind: "job", job });
  }

  /** Forgets the oldest of those that have ended where there are too many. */
  prune(): void {
    const ended = [...this.#records.values()].filter(({ endedAt }) => endedAt !== null);
    for (const { id } of ended.slice(0, -historyLength)) this.#remove(id);
  }

  #remove(id: string): void {
    this.#journal.remove(id);
    this.#records.delete(id);
  }

  #snapshot(): JobMessage {
    // Of those of one millisecond the one that came last is the latest.
    const latest = this.all().reverse();
    return { kind: "snapshot", jobs: latest.sort((one, other) => other.startedAt - one.startedAt) };
  }

  #keepFound(record: JobRecord): void {
    if (record.state === "running") {
      this.save({ ...record, state: "interrupted", problem: "Passdeck stopped while it was running." });
      return;
    }
    // A Passdeck before this one kept the input of jobs that had ended.
    const isAsKept = withoutSpentInput(record).input === record.input;
    if (isAsKept) this.#keep(record);
    else this.save(record);
  }

  #keep(record: JobRecord): void {
    this.#records.set(record.id, record);
    this.tell(record.id);
  }

  /** What jobs that are not over will have taken of quotas. */
  reserved(): Reservation[] {
    return [...this.#records.values()].flatMap(({ state, reserved }) =>
      state === "running" || state === "interrupted" ? (reserved ?? []) : [],
    );
  }

  #view({ input: _input, reserved: _reserved, ...record }: JobRecord): Job {
    const live = this.#liveOf(record.id);
    const steps = record.steps.map(({ note: _note, ...step }, index) => ({
      ...step,
      progress: live?.progress(index) ?? null,
    }));
    const independent = this.#isIndependent(record.kind);
    return { ...record, steps, independent, cancellable: live?.cancellable ?? false };
  }
}

const unwritten =
  "Passdeck could not record its progress, and stopped. Check whether the disk with Passdeck's data is full.";
