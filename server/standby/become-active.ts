import type { Logger } from "pino";
import * as z from "zod";
import { type ActiveLock, type AskForValue, takeActiveLock } from "../database/postgres/active-lock";
import { postgresTrouble } from "../database/postgres/postgres-error";
import type { Settings } from "../settings";
import { activeProcessStatement, parseActive } from "./active-process";
import { type StandBy, standBy } from "./stand-by";

/**
 * Returns when no other process works on the database; until then this one serves people by the one that does.
 * @throws AppError where the database or the port can't be had.
 */
export async function becomeActive(settings: Settings, database: string, log: Logger): Promise<ActiveLock> {
  let standby: StandBy | null = null;
  const serveMeanwhile = async (ask: AskForValue) => {
    standby ??= await standBy(settings, log);
    standby.follow(await readActive(ask));
  };
  try {
    return await takeActiveLock(database, serveMeanwhile);
  } catch (error) {
    throw postgresTrouble(database, error);
  } finally {
    await (standby as StandBy | null)?.close();
  }
}

async function readActive(ask: AskForValue) {
  // At the very first start of all, the active process may not have made its tables yet.
  const isThere = await ask("SELECT to_regclass('meta') IS NOT NULL");
  return isThere === true
    ? parseActive(
        z
          .string()
          .nullable()
          .parse(await ask(activeProcessStatement)),
      )
    : null;
}
