import { eq } from "drizzle-orm";
import type { Database } from "../database/open-database";
import { meta } from "../database/tables/meta";
import { type Policy, policySchema } from "./channel.schema";

const name = "notification-policy";
const atFirst: Policy = { poolPercent: 90, servers: [] };

/** What administrators decide of notifications for all. */
export class PolicyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  get(): Policy {
    const kept = this.#database.query.select().from(meta).where(eq(meta.name, name)).get();
    return kept === undefined ? atFirst : policySchema.parse(JSON.parse(kept.value));
  }

  set(policy: Policy): void {
    const value = JSON.stringify(policy);
    this.#database.query
      .insert(meta)
      .values({ name, value })
      .onConflictDoUpdate({ target: meta.name, set: { value } })
      .run();
  }
}
