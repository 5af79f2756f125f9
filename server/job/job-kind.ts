import type * as z from "zod";
import { AppError } from "../errors";
import type { JsonValue } from "./journal";

/**
 * The work behind one step of a plan. After a crash nobody knows how far a step came, so all three can be called at
 * any time and again: they look at how things are and do what is missing. What can't be seen of how things are, such as
 * whose a volume is, the step has noted before: it keeps nothing in variables.
 */
export interface StepWork {
  /** Does it. Rejects with an AppError that says what went wrong, with which device or VM, and what to do. */
  run(context: StepContext): Promise<void>;
  /** Reads back whether it holds; rejects where it does not. Called after `run`. */
  verify(memory: StepMemory): Promise<void>;
  /** Takes it back, whole or half done, and nothing that others did. Rejects where that can't be done. */
  undo(memory: StepMemory): Promise<void>;
}

/** What a step has noted of its work. It stands in the journal, and so outlives a crash. */
export interface StepMemory {
  /** What it noted last; null before that, and once it is taken back. See {@link noteOf}. */
  readonly note: JsonValue;
  /** The notes of the steps before it, in their order. */
  readonly earlier: readonly JsonValue[];
  /** Notes `note` in place of the last one; it is written down when this returns. */
  remember(note: JsonValue): void;
  /**
   * Aborted when the server stops, and before it is taken back also when the job is cancelled: what waits for something
   * then gives up.
   */
  readonly signal: AbortSignal;
}

/** What a step may use while it runs. */
export interface StepContext extends StepMemory {
  /** Whether it was begun before, so that what it finds may be its own work, whole or half. */
  resumed: boolean;
  /** Keeps a report with the job, as Markdown; the last one counts. */
  report(markdown: string): void;
  /** Tells how many bytes are done, of how many; null where nobody knows. Call it as often as you like. */
  progress(done: number, total: number | null): void;
}

/** A step's note, checked; null where it has none. Throws where another version of Passdeck wrote it. */
export function noteOf<Note>(note: JsonValue, schema: z.ZodType<Note>): Note | null {
  if (note === null) return null;
  const parsed = schema.safeParse(note);
  if (parsed.success) return parsed.data;
  throw ofAnotherVersion("the note of a step does not fit", parsed.error);
}

/** A sort of job. Its steps are made of its input alone, so that they can be made again after a restart. */
export interface JobKind<Name extends string = string> {
  readonly name: Name;
  /** Without it steps are done one after the other, and all are taken back where one fails. */
  readonly independent?: Independence;
  /** The steps' work, one for each step of the plan. Throws where the input is none that this kind understands. */
  stepsOf(hostId: string, input: JsonValue): StepWork[];
}

/** The steps know nothing of each other: one that fails keeps none from its work, and none is taken back. */
export interface Independence<Input = JsonValue> {
  /** How many run at a time. */
  readonly atOnce: number;
  /** What each step has in hand while it runs; the job as a whole holds nothing up. */
  subjectsOf(input: Input): readonly (readonly string[])[];
}

/** Makes a kind whose input is checked before its steps are made of it. */
export function defineJobKind<const Name extends string, Input>(
  name: Name,
  input: z.ZodType<Input>,
  stepsOf: (hostId: string, input: Input) => StepWork[],
  independent?: Independence<Input>,
): JobKind<Name> {
  const parse = (given: JsonValue) => {
    const parsed = input.safeParse(given);
    if (parsed.success) return parsed.data;
    throw ofAnotherVersion(`the input of a job "${name}" does not fit`, parsed.error);
  };
  return {
    name,
    stepsOf: (hostId, given) => stepsOf(hostId, parse(given)),
    ...(independent && {
      independent: { ...independent, subjectsOf: (given) => independent.subjectsOf(parse(given)) },
    }),
  };
}

function ofAnotherVersion(what: string, cause: Error): AppError {
  return new AppError("conflict", {
    userMessage: "This job was started by another version of Passdeck. Only that version can continue it.",
    message: `${what}: ${cause.message}`,
    cause,
  });
}
