import { inPostgres } from "./dialect";
import type { Answer, WaitingConnection } from "./waiting-connection";

/** PostgreSQL's texts hold no zero character; JSON writes it as an escape, and elsewhere it says nothing. */
const zero = /\0/g;

/** What better-sqlite3 gives of a statement, as far as drizzle asks it. */
class Statement {
  readonly #sql: string;
  readonly #connection: WaitingConnection;

  constructor(connection: WaitingConnection, sql: string) {
    this.#connection = connection;
    this.#sql = inPostgres(sql);
  }

  run(...parameters: unknown[]) {
    return { changes: this.#ask(parameters).changed, lastInsertRowid: 0 };
  }

  all(...parameters: unknown[]) {
    const { columns, rows } = this.#ask(parameters);
    return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
  }

  get(...parameters: unknown[]) {
    return this.all(...parameters)[0];
  }

  /** The same with rows as lists. */
  raw() {
    return {
      all: (...parameters: unknown[]) => this.#ask(parameters).rows,
      get: (...parameters: unknown[]) => this.#ask(parameters).rows[0],
    };
  }

  #ask(parameters: readonly unknown[]): Answer {
    const values = parameters.map((value) =>
      typeof value === "string" ? value.replace(zero, "\uFFFD") : value,
    );
    return this.#connection.ask(this.#sql, values);
  }
}

/**
 * A connection as drizzle knows SQLite's: the stores' statements are plain enough for both, and are asked without a change.
 */
export function statementsOf(connection: WaitingConnection) {
  return { prepare: (sql: string) => new Statement(connection, sql) };
}
