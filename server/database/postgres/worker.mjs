import { workerData } from "node:worker_threads";
import pg from "pg";

/**
 * Talks with PostgreSQL for a thread that waits meanwhile: one question at a time, and a signal when its answer is there.
 *
 * @typedef {{ id: number, sql: string | null, parameters: unknown[] }} Question; without a statement it ends the connection
 * @typedef {{ message: string, code: string | null }} Failure
 * @typedef {{ id: number, columns: string[], rows: unknown[][], changed: number, heard: boolean, error: Failure | null }} Answer
 */

/** @typedef {{ url: string, signal: Int32Array<SharedArrayBuffer>, port: import("node:worker_threads").MessagePort }} Given */
const { url, signal, port } = /** @type {Given} */ (workerData);

// Numbers that are larger than JavaScript's own stand in no table of Passdeck's.
for (const type of [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]) pg.types.setTypeParser(type, Number);

const client = new pg.Client({
  connectionString: url,
  application_name: "passdeck",
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
});
/** Whether another connection has written since that was last told. */
let heard = false;
client.on("notification", ({ processId }) => {
  // pg's types leave the number out.
  if (processId !== /** @type {{ processID?: number }} */ (client).processID) heard = true;
});
// What was under way says it, and what is asked next.
client.on("error", () => {});
const connected = client.connect();
connected.catch(() => {});

port.on("message", async (/** @type {Question} */ question) => {
  port.postMessage(await answer(question));
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
  if (question.sql === null) port.close();
});

/**
 * @param {Question} question
 * @returns {Promise<Answer>}
 */
async function answer({ id, sql, parameters }) {
  try {
    await connected;
    if (sql === null) {
      await client.end();
      return nothing(id, null);
    }
    const { fields, rows, rowCount } = await client.query({
      text: sql,
      values: parameters,
      rowMode: "array",
    });
    const told = { heard, error: null };
    heard = false;
    return { id, columns: fields.map(({ name }) => name), rows, changed: rowCount ?? 0, ...told };
  } catch (error) {
    const { message, code } = /** @type {Error & { code?: string }} */ (error);
    return nothing(id, { message, code: code ?? null });
  }
}

/**
 * @param {number} id
 * @param {Failure | null} error
 * @returns {Answer}
 */
function nothing(id, error) {
  return { id, columns: [], rows: [], changed: 0, heard: false, error };
}
