import type { Maintenance } from "./maintenance.schema";

/* Apart from the schema, as pages say it before they have zod. */

/** Why nothing is started on a host in maintenance, as the end of "… because …". */
export function maintenanceWords({ reason }: Pick<Maintenance, "reason">): string {
  return `its host is in maintenance (${reason})`;
}
