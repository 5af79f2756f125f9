import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** Held by the one process of an installation that is active, for as long as its connection lives. */
const activeLock = 0x7061_7374;

/** A process that waits takes over so long after the lock is free, at most; milliseconds. */
const askEveryMs = 500;

/** An active process that has heard nothing of the server for this long is active no more; milliseconds. */
const silenceMs = 5_000;

/**
 * The server lets go of a lock whose machine is gone after ten seconds, which is later than that machine gives up. Has no
 * effect on a socket of the same machine, which ends with its process.
 */
const watchTheOtherEnd =
  "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 1; SET tcp_keepalives_count = 5; SET tcp_user_timeout = 10000";

/** Asks for the first value that a statement gives; null where it gives none. */
export type AskForValue = (statement: string) => Promise<unknown>;

/** That this process is the active one. */
export interface ActiveLock {
  /** Resolves with the reason when it is so no more: another process may be active from then on. */
  lost: Promise<string>;
  release(): Promise<void>;
}

/**
 * Waits until no other process works on a database, and keeps others from it from then on: by an advisory lock, which
 * PostgreSQL frees when its holder's connection ends
 * (https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS).
 * @param whileWaiting Called before each further try, with what asks the database for the one value of a statement.
 * @throws Error where the server can't be asked.
 */
export async function takeActiveLock(
  url: string,
  whileWaiting: (ask: AskForValue) => unknown,
): Promise<ActiveLock> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `passdeck on ${hostname()}`.slice(0, 63),
    connectionTimeoutMillis: silenceMs,
  });
  const broken = new Promise<string>((resolve) => {
    client.on("error", ({ message }) => resolve(message));
    client.on("end", () => resolve("the connection ended"));
  });
  await client.connect();
  await client.query(watchTheOtherEnd);
  while (!(await isHad(client))) {
    await whileWaiting((statement) => firstValue(client, statement));
    await sleep(askEveryMs);
  }
  return held(client, broken);
}

async function isHad(client: pg.Client): Promise<boolean> {
  return (await firstValue(client, `SELECT pg_try_advisory_lock(${activeLock})`)) === true;
}

async function firstValue(client: pg.Client, statement: string): Promise<unknown> {
  const { rows } = await client.query<unknown[]>({ text: statement, rowMode: "array" });
  return rows[0]?.[0] ?? null;
}

/** Asks the server every second whether it is still there. */
function held(client: pg.Client, broken: Promise<string>): ActiveLock {
  let heardAt = performance.now();
  let asking: NodeJS.Timeout | undefined;
  const silent = new Promise<string>((resolve) => {
    asking = setInterval(() => {
      if (performance.now() - heardAt > silenceMs) return resolve(`no answer for ${silenceMs / 1000} s`);
      const heard = () => {
        heardAt = performance.now();
      };
      client.query("SELECT 1").then(heard, () => undefined);
    }, 1_000).unref();
  });
  return {
    lost: Promise.race([broken, silent]),
    async release() {
      clearInterval(asking);
      await client.end();
    },
  };
}
