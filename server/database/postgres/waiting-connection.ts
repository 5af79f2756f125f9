import { join } from "node:path";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import * as z from "zod";
import { PostgresError } from "./postgres-error";

const answerSchema = z.object({
  id: z.number(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.unknown())),
  /** How many rows a statement changed. */
  changed: z.number(),
  /** Whether another connection has written since the answer before. */
  heard: z.boolean(),
  error: z.object({ message: z.string(), code: z.string().nullable() }).nullable(),
});
export type Answer = z.infer<typeof answerSchema>;

/**
 * A database on the same network answers in a millisecond; one that takes longer than this is taken for gone. It is less than
 * what an active process may hear nothing for: see active-lock.ts.
 */
const longestWaitMs = 4_000;

/**
 * A connection to PostgreSQL whose answers are waited for, as SQLite's are: the stores above both are the same. A thread of
 * its own talks with the server meanwhile.
 */
export class WaitingConnection {
  readonly #port: MessagePort;
  readonly #signal = new Int32Array(new SharedArrayBuffer(4));
  #lastId = 0;

  /**
   * @param url "postgresql://user@host/database"; a password may stand in ~/.pgpass, as for psql.
   * @param home `server/database` of this installation, which has the thread's program.
   */
  constructor(url: string, home: string) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const worker = new Worker(join(home, "postgres/worker.mjs"), {
      workerData: { url, signal: this.#signal, port: port2 },
      transferList: [port2],
    });
    worker.unref();
  }

  /**
   * @param parameters For $1, $2 and so on.
   * @throws PostgresError what the server says, or why it can't be asked.
   */
  ask(sql: string, parameters: readonly unknown[] = []): Answer {
    return this.#send(sql, parameters);
  }

  /** Ends it; what can't be told so any more has ended by itself. */
  close(): void {
    try {
      this.#send(null, []);
    } catch (error) {
      if (!(error instanceof PostgresError)) throw error;
    }
  }

  #send(sql: string | null, parameters: readonly unknown[]): Answer {
    const id = ++this.#lastId;
    Atomics.store(this.#signal, 0, 0);
    this.#port.postMessage({ id, sql, parameters });
    const until = performance.now() + longestWaitMs;
    for (;;) {
      const outcome = Atomics.wait(this.#signal, 0, 0, until - performance.now());
      if (outcome === "timed-out")
        throw new PostgresError(`no answer within ${longestWaitMs / 1000} s`, null);
      Atomics.store(this.#signal, 0, 0);
      const answer = this.#received(id);
      if (answer === null) continue;
      if (answer.error !== null) throw new PostgresError(answer.error.message, answer.error.code);
      return answer;
    }
  }

  /** The answer to a question; those before it came too late, and nobody waits for them. */
  #received(id: number): Answer | null {
    for (;;) {
      const received = receiveMessageOnPort(this.#port);
      if (received === undefined) return null;
      const answer = answerSchema.parse(received.message);
      if (answer.id === id) return answer;
    }
  }
}
