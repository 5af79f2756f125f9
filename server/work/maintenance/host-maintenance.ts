import { eq } from "drizzle-orm";
import type { Database } from "../../database/open-database";
import { hostMaintenance } from "../../database/tables/hosts";
import type { Fleet } from "../../fleet/fleet";

interface MaintenanceParts {
  database: Database;
  fleet: Pick<Fleet, "setMaintenance">;
  /** Unix milliseconds. */
  now: () => number;
}

/** Which hosts are in maintenance: kept in the database, and known to the fleet. It outlasts that a host is removed and added again. */
export class HostMaintenance {
  readonly #parts: MaintenanceParts;

  constructor(parts: MaintenanceParts) {
    this.#parts = parts;
    const { database, fleet } = parts;
    for (const { hostId, ...maintenance } of database.query.select().from(hostMaintenance).all())
      fleet.setMaintenance(hostId, maintenance);
  }

  /** Begins it, or gives it another reason. @param by a user's name */
  begin(hostId: string, reason: string, by: string): void {
    const { database, fleet, now } = this.#parts;
    const maintenance = { reason, by, since: now() };
    database.query
      .insert(hostMaintenance)
      .values({ hostId, ...maintenance })
      .onConflictDoUpdate({ target: hostMaintenance.hostId, set: maintenance })
      .run();
    fleet.setMaintenance(hostId, maintenance);
  }

  end(hostId: string): void {
    const { database, fleet } = this.#parts;
    database.query.delete(hostMaintenance).where(eq(hostMaintenance.hostId, hostId)).run();
    fleet.setMaintenance(hostId, null);
  }
}
