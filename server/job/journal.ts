import { desc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { reservationSchema } from "../access/quota.schema";
import type { Database } from "../database/open-database";
import { jobs } from "../database/tables/jobs";
import { jobSchema, jobStepSchema } from "./job.schema";

const jsonSchema = z.custom<JsonValue>((value) => value !== undefined);

/**
 * A step as it is kept: with what it noted of its work, which is for nobody but itself. It is missing where a Passdeck
 * began the step that wrote no such notes, and so nobody knows what the step did.
 */
const stepRecordSchema = jobStepSchema.extend({ note: jsonSchema.optional() });
export type StepRecord = z.infer<typeof stepRecordSchema>;

/** A job as it is kept: with what its steps are made of anew after a restart. */
export const jobRecordSchema = jobSchema.omit({ cancellable: true, independent: true }).extend({
  input: jsonSchema,
  steps: z.array(stepRecordSchema),
  /** What it will have taken of quotas; null of one that takes nothing. */
  reserved: z.array(reservationSchema).nullable(),
});
export type JobRecord = z.infer<typeof jobRecordSchema>;

/** What stands in the place of an input that is of no more use. */
const spentInput = "";

/**
 * A job as it is kept from here on. Of one that is done or undone nobody makes steps any more, and what they were made of
 * may hold a secret: an address with a password, a definition.
 */
export function withoutSpentInput(record: JobRecord): JobRecord {
  const isSpent = record.state === "done" || record.state === "undone";
  return isSpent ? { ...record, input: spentInput } : record;
}

/** What JSON can say. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** The jobs in the database. Each call has written, or read, when it returns. */
export class Journal {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  add(record: JobRecord): void {
    this.#database.query.insert(jobs).values(record).run();
  }

  /** Writes down how far a job is. */
  save({ id, state, steps, endedAt, problem, report, input }: JobRecord): void {
    this.#database.query
      .update(jobs)
      .set({ state, steps, endedAt, problem, report, input })
      .where(eq(jobs.id, id))
      .run();
  }

  /** All jobs, the latest first. A row that makes no sense to this Passdeck is left out. */
  all(): JobRecord[] {
    const rows = this.#database.query
      .select()
      .from(jobs)
      .orderBy(desc(jobs.startedAt), sql`rowid DESC`)
      .all();
    return rows.flatMap((row) => jobRecordSchema.safeParse(row).data ?? []);
  }

  remove(id: string): void {
    this.#database.query.delete(jobs).where(eq(jobs.id, id)).run();
  }
}
