import { auditLog, auditTo } from "../access/audit";
import { AuditStore } from "../access/audit-trail/audit-store";
import { copiesOf } from "../access/audit-trail/copies/copies";
import type { ObjectReference } from "../access/object.schema";
import type { AccessRooms } from "./open-access";
import type { Opening } from "./opening";

/** How often it is looked whether a command, such as `passdeck user disable`, has written to the database. */
const lookMs = 500;

/**
 * The record of all acts, those of commands that run beside this process among them.
 * @param nameOf What people call an object now.
 */
export function openAudit(
  { settings, log, closers }: Opening,
  { room: { database, changes } }: Pick<AccessRooms, "room">,
  nameOf: (object: ObjectReference) => string,
) {
  const auditStore = new AuditStore({
    database,
    nameOf,
    keptDays: settings.audit.keptDays,
    // Nothing of the demo goes to other places.
    copies: settings.demo ? [] : copiesOf(settings.audit),
    log: log.child({ room: "audit" }),
  });
  closers.push(() => auditStore.close());
  const commands = setInterval(() => {
    if (!database.changedElsewhere()) return;
    changes.tell(null);
    auditStore.sendNew();
  }, lookMs).unref();
  closers.push(() => clearInterval(commands));
  return { auditStore, audit: auditTo(auditLog(log.child({ room: "audit" })), auditStore) };
}
