import { join } from "node:path";
import type BetterSqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migratePostgres } from "./migrate-postgres";
import { ownMachine, refuseOthersState } from "./others-state";
import { PostgresError, postgresTrouble } from "./postgres-error";
import { statementsOf } from "./statements";
import { Transactions } from "./transactions";
import { WaitingConnection } from "./waiting-connection";

/**
 * Opens the database on a PostgreSQL server and brings it up to date.
 * @param url "postgresql://user@host/database", as for psql.
 * @param home `server/database` of this installation.
 * @param folder The state folder that goes with the database; null leaves that open.
 * @throws AppError where it can't be reached or used, is another program's, or a newer Passdeck's.
 */
export function openPostgres(url: string, home: string, folder: string | null) {
  const connection = new WaitingConnection(url, home);
  try {
    const transactions = new Transactions(connection);
    transactions.run(() => {
      migratePostgres(connection, join(home, "migrations-postgres"));
      if (folder !== null) refuseOthersState(connection, folder, ownMachine());
    });
    connection.ask("LISTEN passdeck_changed");
    // drizzle asks no more of a client than statements have.
    const query = drizzle(statementsOf(connection) as unknown as BetterSqlite.Database);
    return {
      query,
      transaction: <Value>(work: () => Value) => transactions.run(work),
      changedElsewhere: () => connection.ask("SELECT 1").heard,
      close: () => connection.close(),
    };
  } catch (error) {
    connection.close();
    throw error instanceof PostgresError ? postgresTrouble(url, error) : error;
  }
}
