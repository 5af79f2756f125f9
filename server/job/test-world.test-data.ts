import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import type { Database } from "../database/open-database";
import { testDatabaseIn } from "../database/testing/test-database";
import { AppError } from "../errors";
import { createLog } from "../log";
import { defineJobKind, type JobKind, type StepContext, type StepMemory, type StepWork } from "./job-kind";
import { type JobSpec, Jobs } from "./jobs";
import type { JsonValue } from "./journal";

export const silentLog = createLog("silent", { write: () => undefined });

/** A database in a folder of its own. */
export function openTestDatabase(): Database {
  const folder = mkdtempSync(join(tmpdir(), "passdeck-jobs-"));
  const database = testDatabaseIn(folder);
  return {
    ...database,
    close: () => {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What steps do in these tests: switches that are put on, and off again. */
export class Switches {
  readonly on = new Set<string>();
  readonly calls: string[] = [];
  /** Whose steps were told that they had been begun before. */
  readonly resumed: string[] = [];
  /** By "run b", "undo b", "verify b": what happens instead. */
  readonly faults = new Map<string, () => void | Promise<void>>();

  async call(what: string, name: string, act: () => void): Promise<void> {
    this.calls.push(`${what} ${name}`);
    await this.faults.get(`${what} ${name}`)?.();
    act();
  }

  kind(): JobKind {
    return defineJobKind("switch-on", z.object({ names: z.array(z.string()) }), (_hostId, { names }) =>
      names.map((name) => ({
        run: (context) => {
          context.report(`switched ${name}`);
          if (context.resumed) this.resumed.push(name);
          return this.call("run", name, () => void this.on.add(name));
        },
        verify: () =>
          this.call("verify", name, () => {
            if (!this.on.has(name)) throw refusal(`${name} is off`);
          }),
        undo: () => this.call("undo", name, () => void this.on.delete(name)),
      })),
    );
  }
}

export function refusal(userMessage: string): AppError {
  return new AppError("host-refused", { userMessage });
}

/** Work that never ends, as of a process that is killed in the middle of it. */
export function forever(): Promise<void> {
  return new Promise(() => undefined);
}

export function specOf(names: string[], part: Partial<JobSpec> = {}): JobSpec {
  return {
    kind: "switch-on",
    hostId: "local",
    title: `Switch ${names.join(", ")} on`,
    subjects: names,
    startedBy: "ada",
    steps: names.map((name) => ({ title: name, effect: `on ${name}`, risk: null, undo: `off ${name}` })),
    input: { names },
    ...part,
  };
}

export function newJobs(database: Database, kinds: JobKind[], now: () => number = Date.now): Jobs {
  return new Jobs({ database, kinds, log: silentLog, now });
}

/** A step without a job around it: its memory lasts as long as this, whoever makes its work anew. */
export class LoneStep implements StepMemory {
  note: JsonValue = null;
  readonly earlier: readonly JsonValue[] = [];
  readonly progress: [number, number | null][] = [];
  resumed = false;
  readonly signal = new AbortController().signal;

  readonly remember = (note: JsonValue): void => {
    this.note = JSON.parse(JSON.stringify(note));
  };

  run(work: StepWork): Promise<void> {
    const { resumed, progress } = this;
    this.resumed = true;
    const context: StepContext = Object.assign(Object.create(this), {
      resumed,
      report: () => undefined,
      progress: (done: number, total: number | null) => void progress.push([done, total]),
    });
    return work.run(context);
  }

  async undo(work: StepWork): Promise<void> {
    await work.undo(this);
    this.note = null;
  }
}

/** Something to wait for, and how to let it come. */
export function gate(): { passed: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
}
