import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../../errors";
import type { WaitingConnection } from "./waiting-connection";

/** Stands in the state folder and in the database, which so are known to belong together. */
const fileName = "installation-id";

/** What tells this machine from others, for good; null where nothing does. */
export function ownMachine(): string | null {
  return lineOf("/etc/machine-id");
}

/**
 * All processes on a database have one state folder, which has the keys that its secrets are kept by, and one machine, which
 * is the host that Passdeck calls its own.
 * @throws AppError "conflict" where the database was begun with another folder, or on another machine.
 */
export function refuseOthersState(
  connection: WaitingConnection,
  folder: string,
  machine: string | null,
): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, fileName);
  const kept = lineOf(path);
  const id = kept ?? randomUUID();
  if (factOf(connection, fileName, id) !== id) {
    throw new AppError("conflict", {
      userMessage: `The PostgreSQL database belongs to another state folder than ${folder}, which lacks the keys that its secrets are kept by. Set PASSDECK_DATA to the folder that it was begun with, or PASSDECK_DATABASE to a new database.`,
    });
  }
  if (kept === null) writeFileSync(path, `${id}\n`, { mode: 0o600 });
  if (machine === null || factOf(connection, "machine-id", machine) === machine) return;
  throw new AppError("conflict", {
    userMessage:
      "The PostgreSQL database belongs to a Passdeck on another machine, whose VMs would be taken for this machine's. Run all Passdecks of a database on one machine.",
  });
}

/** What the database has under a name; what is given where it has nothing yet. */
function factOf(connection: WaitingConnection, name: string, otherwise: string): string {
  connection.ask("INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING", [name, otherwise]);
  return String(connection.ask("SELECT value FROM meta WHERE name = $1", [name]).rows[0]?.[0]);
}

function lineOf(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8").trim() : null;
}
