import type { Logger } from "pino";
import type { Database } from "../database/open-database";
import type { AccessChanges } from "./access-changes";
import type { Passwords } from "./passwords";

/** What all parts of this room share. */
export interface AccessRoom {
  database: Database;
  changes: AccessChanges;
  passwords: Pick<Passwords, "hash" | "verify">;
  log: Logger;
  /** Unix milliseconds now. */
  now: () => number;
}
