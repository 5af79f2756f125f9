import pMap from "p-map";
import type { Logger } from "pino";
import { AppError } from "../errors";
import { GivenUp } from "./given-up";
import { stoppedWords, unfinishedWords } from "./independent-steps";
import type { StepProgress } from "./job.schema";
import type { StepContext, StepMemory, StepWork } from "./job-kind";
import type { JobRecord, StepRecord } from "./journal";
import { isTouched, noteIn } from "./step-note";

export interface JobRunParts {
  record: JobRecord;
  /** One for each step of the record. */
  work: readonly StepWork[];
  /** Where its steps know nothing of each other; null where each waits for the last. */
  independent: IndependentSteps | null;
  /** Writes the record down before it returns. What it throws ends the run: nothing is done that is not on record. */
  save(record: JobRecord): void;
  /** Called when the running step is further; see {@link JobRun.progress}. */
  onProgress(): void;
  log: Logger;
  /** Milliseconds since 1970. */
  now(): number;
}

interface IndependentSteps {
  atOnce: number;
  /** Does a step's work while nobody else has in hand what it is about. */
  during(index: number, work: () => Promise<void>): Promise<void>;
}

/** Carries out one job, step by step, forwards or backwards, and writes down how far it is around each step. */
export class JobRun {
  #record: JobRecord;
  #forwards = false;
  /** Of the steps that run and tell. */
  readonly #progress = new Map<number, StepProgress>();
  #cancelledBy: string | null = null;
  /** What the step that gave up has left. */
  #leftover: string | null = null;
  readonly #giveUp = new AbortController();
  readonly #stop = new AbortController();

  readonly #parts: JobRunParts;

  constructor(parts: JobRunParts) {
    this.#parts = parts;
    this.#record = parts.record;
  }

  get #stopping(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Whether a cancel would still be heard. */
  get cancellable(): boolean {
    return this.#forwards && !this.#giveUp.signal.aborted;
  }

  /** How far the step of that place is, if it runs and tells. */
  progress(index: number): StepProgress | null {
    return this.#progress.get(index) ?? null;
  }

  /** Has the job take back what it did, once the running step has ended; of independent steps none more is begun. */
  cancel(by: string): void {
    this.#cancelledBy = by;
    this.#giveUp.abort();
  }

  /** Has the job rest, as it is, once the running step has ended. */
  stop(): void {
    this.#stop.abort();
    this.#giveUp.abort();
  }

  /** Does what is not done yet. Resolves when the job has ended, one way or another. */
  async forward(): Promise<void> {
    this.#forwards = true;
    this.#save({ state: "running", problem: null, endedAt: null });
    if (this.#parts.independent !== null) return this.#forwardEach(this.#parts.independent);
    for (const [index, work] of this.#parts.work.entries()) {
      if (this.#giveUp.signal.aborted) break;
      const problem = await this.#doStep(index, work);
      // A step that gave up because the server stops is no failure: it is done again, or taken back, later.
      if (problem === null || this.#giveUp.signal.aborted) continue;
      this.#saveStep(index, { state: "failed", problem });
      return this.backward(problem, index);
    }
    if (this.#cancelledBy !== null) {
      const left = this.#leftover === null ? "" : ` ${this.#leftover}`;
      return this.backward(`${this.#cancelledBy} cancelled it.${left}`);
    }
    if (this.#stopping && !this.#allDone()) return this.#rest();
    this.#end("done");
  }

  async #forwardEach({ atOnce, during }: IndependentSteps): Promise<void> {
    const one = async ([index, work]: [number, StepWork]) => {
      if (this.#giveUp.signal.aborted) return;
      const unlessFailed = async () => {
        const problem = await this.#doStep(index, work);
        if (problem !== null) this.#saveStep(index, { state: "failed", problem });
      };
      const refusal = await this.#failureOf(() => during(index, unlessFailed));
      if (refusal !== null) this.#saveStep(index, { state: "failed", problem: refusal });
    };
    await pMap(this.#parts.work.entries(), one, { concurrency: atOnce });
    const whyEarly = this.#cancelledBy === null ? stoppedWords : `${this.#cancelledBy} cancelled it.`;
    const problem = unfinishedWords(this.#record.steps, this.#giveUp.signal.aborted ? whyEarly : null);
    this.#end(problem === null ? "done" : "failed", problem);
  }

  /** Nobody can take it back any more, and what was noted may be a secret. */
  #end(state: "done" | "failed", problem: string | null = null): void {
    const steps = this.#record.steps.map((step) => ({ ...step, note: null }));
    this.#save({ state, problem, steps, endedAt: this.#parts.now() });
  }

  /**
   * Takes back all that was touched, the last first; one step that can't be taken back keeps no other from it.
   * @param problem Why; it stays with the job.
   * @param culprit The step that failed, which is to be seen as such afterwards.
   */
  async backward(problem: string | null, culprit: number | null = null): Promise<void> {
    this.#forwards = false;
    this.#save({ state: "running", problem, endedAt: null });
    const left: string[] = [];
    for (const [index, work] of [...this.#parts.work.entries()].reverse()) {
      if (!isTouched(this.#step(index))) continue;
      if (this.#stopping) return this.#rest();
      const failure = await this.#undoStep(index, work, index === culprit);
      // What was given up because the server stops is taken back later.
      if (failure !== null && this.#stopping) return this.#rest();
      if (failure !== null) left.push(failure);
    }
    const problems = [problem, ...left].filter((text) => text !== null);
    this.#save({
      state: left.length === 0 ? "undone" : "failed",
      problem: problems.length === 0 ? null : problems.join(" "),
      endedAt: this.#parts.now(),
    });
  }

  /** Resolves to what went wrong, or null. */
  async #doStep(index: number, work: StepWork): Promise<string | null> {
    // What was done before a crash holds no longer if the host was started anew since.
    const memory = this.#memoryOf(index);
    if (this.#step(index).state === "done" && (await this.#failureOf(() => work.verify(memory))) === null)
      return null;
    const resumed = this.#step(index).state !== "waiting";
    this.#saveStep(index, { state: "running", problem: null });
    const problem = await this.#failureOf(async () => {
      await work.run(this.#contextOf(index, resumed));
      await work.verify(memory);
    });
    if (problem === null) this.#saveStep(index, { state: "done", problem: null });
    return problem;
  }

  #memoryOf(index: number): StepMemory {
    const noteAt = () => noteIn(this.#step(index));
    return {
      get note() {
        return noteAt();
      },
      earlier: this.#record.steps.slice(0, index).map(({ note }) => note ?? null),
      remember: (note) => this.#saveStep(index, { note }),
      signal: this.#forwards ? this.#giveUp.signal : this.#stop.signal,
    };
  }

  #contextOf(index: number, resumed: boolean): StepContext {
    return Object.assign(this.#memoryOf(index), {
      resumed,
      report: (markdown: string) => this.#save({ report: markdown }),
      progress: (done: number, total: number | null) => {
        this.#progress.set(index, { done, total });
        this.#parts.onProgress();
      },
    });
  }

  async #undoStep(index: number, work: StepWork, isCulprit: boolean): Promise<string | null> {
    const { problem, title } = this.#step(index);
    this.#saveStep(index, { state: "running" });
    const failure = await this.#failureOf(() => work.undo(this.#memoryOf(index)));
    if (failure === null) {
      const end = isCulprit
        ? { state: "failed" as const, problem }
        : { state: "undone" as const, problem: null };
      this.#saveStep(index, { ...end, note: null });
      return null;
    }
    const words = `“${title}” could not be undone: ${failure}`;
    this.#saveStep(index, { state: "failed", problem: words });
    return words;
  }

  async #failureOf(work: () => Promise<void>): Promise<string | null> {
    try {
      await work();
      return null;
    } catch (error) {
      this.#parts.log.warn({ err: error, job: this.#record.id }, "a step of a job failed");
      if (error instanceof GivenUp) this.#leftover = error.userMessage;
      return error instanceof AppError
        ? error.userMessage
        : "Something went wrong in Passdeck; its log says what.";
    }
  }

  #rest(): void {
    this.#save({ state: "interrupted", problem: stoppedWords });
  }

  #allDone(): boolean {
    return this.#record.steps.every(({ state }) => state === "done");
  }

  #step(index: number): StepRecord {
    const step = this.#record.steps[index];
    if (step === undefined) throw new Error(`job ${this.#record.id} has no step ${index}`);
    return step;
  }

  #saveStep(index: number, change: Partial<StepRecord>): void {
    this.#progress.delete(index);
    this.#save({
      steps: this.#record.steps.map((step, at) => (at === index ? { ...step, ...change } : step)),
    });
  }

  #save(change: Partial<JobRecord>): void {
    const record = { ...this.#record, ...change };
    this.#parts.save(record);
    this.#record = record;
  }
}
