import type { WaitingConnection } from "./waiting-connection";

/** What all transactions of Passdeck's hold, so that one keeps the others out from its beginning. */
const writersLock = 0x7061_7373;

/** One transaction at a time on a connection; those within another are parts of it that can be taken back by themselves. */
export class Transactions {
  readonly #connection: WaitingConnection;
  #depth = 0;

  constructor(connection: WaitingConnection) {
    this.#connection = connection;
  }

  /** Keeps what `work` wrote, or nothing of it where it throws. */
  run<Value>(work: () => Value): Value {
    const { begin, keep, takeBack } = this.#depth === 0 ? whole : part(this.#depth);
    for (const statement of begin) this.#connection.ask(statement);
    this.#depth += 1;
    try {
      const value = work();
      this.#connection.ask(keep);
      return value;
    } catch (error) {
      this.#connection.ask(takeBack);
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }
}

const whole = {
  begin: ["BEGIN", `SELECT pg_advisory_xact_lock(${writersLock})`],
  keep: "COMMIT",
  takeBack: "ROLLBACK",
};

function part(depth: number) {
  const name = `within_${depth}`;
  return {
    begin: [`SAVEPOINT ${name}`],
    keep: `RELEASE SAVEPOINT ${name}`,
    takeBack: `ROLLBACK TO SAVEPOINT ${name}`,
  };
}
