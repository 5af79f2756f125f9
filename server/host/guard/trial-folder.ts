import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { errorCode } from "../file-errors";
import {
  type Decision,
  decisions,
  type GuardEnd,
  type GuardState,
  guardEndSchema,
  guardStateSchema,
  type Trial,
  trialSchema,
} from "./trial.schema";

/**
 * What Passdeck and a trial's guard know of it, in a folder of Passdeck's own: either may be killed, and the other goes by what
 * stands there. Each call has read, or written to the disk, when it returns.
 */
export class TrialFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Whether a trial stands there. */
  get exists(): boolean {
    return existsSync(this.#place("trial"));
  }

  /** Nothing of an earlier one is left. */
  create(trial: Trial): void {
    this.remove();
    mkdirSync(this.path, { recursive: true, mode: 0o700 });
    this.#write("trial", trial);
  }

  trial(): Trial {
    return trialSchema.parse(JSON.parse(readFileSync(this.#place("trial"), "utf8")));
  }

  /** null before the guard has begun. */
  state(): GuardState | null {
    return this.#read("state", guardStateSchema);
  }

  setState(state: GuardState): void {
    this.#write("state", state);
  }

  /** null as long as it is open. */
  decision(): Decision | null {
    return this.#read("decision", z.enum(decisions));
  }

  /** Decides for good, unless it was. @returns what was decided, by whoever came first. */
  decide(wish: Decision): Decision {
    const temporary = join(this.path, `decision.${process.pid}`);
    writeWhole(temporary, JSON.stringify(wish));
    try {
      linkSync(temporary, this.#place("decision"));
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
    } finally {
      rmSync(temporary);
    }
    syncFolder(this.path);
    return this.decision() ?? wish;
  }

  /** null where the guard has not gone back, or is not done with it. */
  end(): GuardEnd | null {
    return this.#read("end", guardEndSchema);
  }

  setEnd(end: GuardEnd): void {
    this.#write("end", end);
  }

  /** A guard that begins meanwhile finds no trial, whatever else still stands there. */
  remove(): void {
    rmSync(this.#place("trial"), { force: true });
    rmSync(this.path, { recursive: true, force: true });
  }

  #place(name: string): string {
    return join(this.path, `${name}.json`);
  }

  #read<Value>(name: string, schema: z.ZodType<Value>): Value | null {
    try {
      return schema.parse(JSON.parse(readFileSync(this.#place(name), "utf8")));
    } catch (error) {
      if (errorCode(error) === "ENOENT") return null;
      throw error;
    }
  }

  #write(name: string, value: unknown): void {
    const temporary = join(this.path, `${name}.${process.pid}`);
    writeWhole(temporary, JSON.stringify(value));
    renameSync(temporary, this.#place(name));
    syncFolder(this.path);
  }
}

function writeWhole(path: string, text: string): void {
  const file = openSync(path, "w", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncFolder(path: string): void {
  const folder = openSync(path, "r");
  fsyncSync(folder);
  closeSync(folder);
}
