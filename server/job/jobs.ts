import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { Reservation } from "../access/quota.schema";
import type { Database } from "../database/open-database";
import { AppError } from "../errors";
import type { PlannedStep } from "../plan.schema";
import { refuseConflict, refuseOvertaken } from "./conflicts";
import { leftAsItIs } from "./independent-steps";
import type { Job, JobMessage } from "./job.schema";
import type { JobKind, StepWork } from "./job-kind";
import { JobRecords } from "./job-records";
import { JobRun, type JobRunParts } from "./job-run";
import { type JobRecord, Journal, type JsonValue } from "./journal";
import { Locks } from "./locks";
import type { Claim } from "./subjects";

/** What a job is to do. */
export interface JobSpec {
  /** The name of a kind that the jobs were made with. */
  kind: string;
  hostId: string;
  title: string;
  /** PCI addresses and VM ids that nobody else may work on meanwhile. */
  subjects: string[];
  /** A user's name. */
  startedBy: string;
  /** The plan's steps, as they were shown. */
  steps: readonly PlannedStep[];
  /** What the kind makes the steps' work of; kept as JSON. */
  input: unknown;
  /** What it will have taken of quotas. Default: nothing. */
  reserved?: readonly Reservation[];
}

export interface JobsParts {
  database: Database;
  kinds: readonly JobKind[];
  log: Logger;
  /** Milliseconds since 1970. Default: the clock. */
  now?: () => number;
}

/** Progress is told at most this often, milliseconds. */
const progressIntervalMs = 200;

/** Long work: carries out plans step by step, keeps a journal of it, and tells whoever watches. */
export class Jobs {
  readonly #kinds: ReadonlyMap<string, JobKind>;
  readonly #records: JobRecords;
  readonly #running = new Map<string, { run: JobRun; ended: Promise<void> }>();
  readonly #locks = new Locks();
  readonly #now: () => number;
  #stopping = false;

  readonly #parts: JobsParts;

  /** Jobs that a crash has cut short become `interrupted`. */
  constructor(parts: JobsParts) {
    this.#parts = parts;
    this.#kinds = new Map(parts.kinds.map((kind) => [kind.name, kind]));
    this.#records = new JobRecords(
      new Journal(parts.database),
      (id) => this.#running.get(id)?.run,
      (kind) => this.#kinds.get(kind)?.independent !== undefined,
    );
    this.#now = parts.now ?? Date.now;
    for (const { id, independent } of this.interrupted()) if (independent) this.#leave(id);
  }

  /** Begins a job, which is on record when this returns. Throws an AppError "conflict" where another is in the way. */
  start(spec: JobSpec): Job {
    const { steps, reserved = [], ...rest } = spec;
    // Of independent steps each waits for, or is refused, what it is about.
    if (this.#kinds.get(spec.kind)?.independent === undefined) this.#refuseInHand(spec);
    // As it will be after a restart, so that what JSON loses is missed now and not then.
    const input: JsonValue = JSON.parse(JSON.stringify(spec.input));
    const record: JobRecord = {
      ...rest,
      input,
      reserved: reserved.length === 0 ? null : [...reserved],
      id: randomUUID(),
      startedAt: this.#now(),
      endedAt: null,
      state: "running",
      steps: steps.map((step) => ({ ...step, state: "waiting", problem: null, progress: null, note: null })),
      problem: null,
      report: null,
    };
    const run = this.#runOf(record);
    this.#records.add(record);
    this.#carryOut(record.id, run, () => run.forward());
    return this.get(record.id);
  }

  /**
   * Does short work on things that no job has in hand, while no other such work and no new job begins on them.
   * @param claim `title` names the work to whom it refuses: "Rename a VM".
   * @throws AppError "conflict" that names the job that is in the way.
   */
  during<Result>(claim: Claim & { title: string }, work: () => Result | Promise<Result>): Promise<Result> {
    return this.#locks.during(claim, () => {
      refuseConflict(claim, this.#records.all());
      return work();
    });
  }

  /** Sends all jobs and then each that changes to `listener`, until the returned function is called. */
  watch(listener: (message: JobMessage) => void): () => void {
    return this.#records.watch(listener);
  }

  /** The job of that id; an AppError "not-found" where there is none. */
  get(id: string): Job {
    return this.#records.get(id);
  }

  /** As {@link get}; null where there is none. */
  find(id: string): Job | null {
    return this.#records.find(id) === undefined ? null : this.get(id);
  }

  /** All that are on record, in no order. */
  all(): Job[] {
    return this.#records.all();
  }

  /** What jobs that run, or wait for a decision, will have taken of quotas. */
  reserved(): Reservation[] {
    return this.#records.reserved();
  }

  running(): Job[] {
    return this.#records.all().filter(({ state }) => state === "running");
  }

  /** Jobs that somebody has to finish or undo. */
  interrupted(): Job[] {
    return this.#records.all().filter(({ state }) => state === "interrupted");
  }

  /** Forgets a host's jobs that do not run: what they did is no more. */
  forget(hostId: string): void {
    this.#records.forget(hostId);
  }

  /** Resolves when the job does not run any more. */
  async ended(id: string): Promise<Job> {
    await this.#running.get(id)?.ended;
    return this.get(id);
  }

  /** Has a running job stop after its step and take back what it did. */
  cancel(id: string, by: string): void {
    const job = this.get(id);
    const run = this.#running.get(id)?.run;
    if (!run?.cancellable) {
      throw new AppError("conflict", { userMessage: `“${job.title}” can't be cancelled any more.` });
    }
    run.cancel(by);
    this.#records.tell(id);
  }

  /** Goes on with an interrupted job where it was. */
  finish(id: string): void {
    const job = this.get(id);
    if (job.state !== "interrupted") throw notInterrupted(job);
    const run = this.#resume(job);
    this.#carryOut(id, run, () => run.forward());
  }

  /** Takes back an interrupted job, or tries once more where a failed one could not be undone. */
  undo(id: string): void {
    const job = this.get(id);
    const canBeUndone = job.state === "interrupted" || (job.state === "failed" && !job.independent);
    if (!canBeUndone) throw notInterrupted(job);
    if (job.state === "failed") refuseOvertaken(job, this.#records.all());
    const run = this.#resume(job);
    this.#carryOut(id, run, () => run.backward(job.problem));
  }

  /** Takes no more jobs and resolves when the running steps have ended; their jobs are then `interrupted`. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const { run } of this.#running.values()) run.stop();
    await Promise.all([...this.#running.values()].map(({ ended }) => ended));
  }

  #leave(id: string): void {
    const record = this.#records.find(id);
    if (record !== undefined) this.#records.save(leftAsItIs(record, this.#now()));
  }

  #resume(job: Job): JobRun {
    const record = this.#records.find(job.id);
    if (record === undefined) throw notInterrupted(job);
    this.#refuseInHand(job);
    return this.#runOf(record);
  }

  #refuseInHand(claim: Claim & { id?: string }): void {
    refuseConflict(claim, this.#records.all());
    this.#locks.refuseHeld(claim);
  }

  #runOf(record: JobRecord): JobRun {
    if (this.#stopping) throw new AppError("conflict", { userMessage: "Passdeck is being stopped." });
    const { log } = this.#parts;
    let toldAt = Number.NEGATIVE_INFINITY;
    return new JobRun({
      record,
      work: this.#workOf(record),
      independent: this.#independentOf(record),
      log,
      now: this.#now,
      save: (changed) => this.#records.save(changed),
      onProgress: () => {
        if (this.#now() - toldAt < progressIntervalMs) return;
        toldAt = this.#now();
        this.#records.tell(record.id);
      },
    });
  }

  #independentOf({ kind, input, hostId, title }: JobRecord): JobRunParts["independent"] {
    const independent = this.#kinds.get(kind)?.independent;
    if (independent === undefined) return null;
    const subjects = independent.subjectsOf(input);
    return {
      atOnce: independent.atOnce,
      during: (index, work) => this.during({ hostId, subjects: [...(subjects[index] ?? [])], title }, work),
    };
  }

  #workOf({ kind, hostId, input, steps }: JobRecord): StepWork[] {
    const work = this.#kinds.get(kind)?.stepsOf(hostId, input);
    if (work?.length === steps.length) return work;
    throw new AppError("conflict", {
      userMessage: "This job was started by another version of Passdeck. Only that version can continue it.",
      message: `a job "${kind}" has ${steps.length} steps and work for ${work?.length ?? "none"}`,
    });
  }

  #carryOut(id: string, run: JobRun, work: () => Promise<void>): void {
    // Known before it begins, so that the first word of its first step is heard.
    const running = { run, ended: Promise.resolve() };
    this.#running.set(id, running);
    running.ended = work()
      .catch((error) => {
        this.#parts.log.error({ err: error, job: id }, "a job could not be written down and rests");
        this.#records.restUnwritten(id);
      })
      .finally(() => {
        this.#running.delete(id);
        this.#records.tell(id);
        this.#records.prune();
      });
    this.#records.tell(id);
  }
}

function notInterrupted(job: Job): AppError {
  return new AppError("conflict", { userMessage: `“${job.title}” is not waiting for a decision.` });
}
