import type { Logger } from "pino";
import type { Settings } from "../settings";
import { becomeActive } from "./become-active";

/**
 * Makes this process the active one on its database, if that is PostgreSQL's; a file has one process anyway.
 * @param onLost Told when another process may have become that.
 * @returns Lets go of it, after all else has ended.
 * @throws AppError where the database or the port can't be had.
 */
export async function holdDatabase(
  settings: Settings,
  log: Logger,
  onLost: (why: string) => void,
): Promise<() => Promise<void>> {
  if (settings.database === null) return async () => undefined;
  const active = await becomeActive(settings, settings.database, log);
  let isReleased = false;
  void active.lost.then((why) => {
    if (!isReleased) onLost(why);
  });
  return () => {
    isReleased = true;
    return active.release();
  };
}
