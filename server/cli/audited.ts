import { pino } from "pino";
import type { AuditEntry } from "../access/audit";
import { AuditTrail } from "../access/audit-trail/audit-trail";
import { installation } from "../access/object.schema";
import { outcomeOf } from "../access/outcome-of";
import type { Database } from "../database/open-database";
import { processUser } from "../machine-facts";
import { sshConnection, sudoUser } from "../settings";

/** What a command does, by its name among the acts and in words for people: "Disabled ada". */
export type Told = Pick<AuditEntry, "act" | "title">;

/**
 * Does something and leaves one line for the audit, whatever came of it. A server that runs sends it on. What can't be written
 * there is said on standard error, and held up by nothing: it is done by then.
 */
export async function audited<Value>(
  database: Database,
  told: Told,
  work: () => Value | Promise<Value>,
): Promise<Value> {
  const trail = new AuditTrail(database, pino({ level: "silent" }));
  const at = Date.now();
  const record = (came: Pick<AuditEntry, "outcome" | "problem">) => {
    const { who, address } = caller();
    const tookMs = Date.now() - at;
    trail.record({
      ...told,
      who,
      address,
      at,
      tookMs,
      subject: "",
      changes: true,
      objects: [installation],
      ...came,
    });
    if (trail.problem !== null) process.stderr.write(`passdeck: ${trail.problem}\n`);
  };
  try {
    const value = await work();
    record({ outcome: "done", problem: null });
    return value;
  } catch (error) {
    record(outcomeOf(error));
    throw error;
  }
}

/** Who sits at the terminal. No user of Passdeck has such a name. */
function caller(): Pick<AuditEntry, "who" | "address"> {
  const [user, asked] = [processUser(), sudoUser()];
  const name = asked === undefined || asked === user ? user : `${asked} as ${user}`;
  return { who: `${name} (command line)`, address: sshConnection()?.split(" ")[0] ?? null };
}
