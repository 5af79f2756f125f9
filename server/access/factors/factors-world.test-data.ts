import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { Database } from "../../database/open-database";
import { testDatabaseIn } from "../../database/testing/test-database";
import { Access } from "../access";
import { AccessChanges } from "../access-changes";
import { People } from "../people";
import { type UserRecord, Users } from "../users";
import { FactorKey } from "./factor-key";
import { SecondFactors } from "./second-factors";

export const from = { address: "10.0.0.1", userAgent: null, browserMark: null };
export const password = "correct horse battery";
export const minute = 60_000;

const passwords = {
  hash: async (text: string) => `hash of ${text}`,
  verify: async (known: string | null, text: string) => known === `hash of ${text}`,
};

/** Two administrators, ada and bob, what they have beside their passwords, and a clock. */
export class FactorsWorld {
  now = 1_800_000_000_000;
  readonly #folder = mkdtempSync(join(tmpdir(), "passdeck-factors-"));
  readonly database: Database = testDatabaseIn(this.#folder);
  readonly factors: SecondFactors;
  readonly access: Access;
  readonly people: People;

  private constructor() {
    const room = {
      database: this.database,
      changes: new AccessChanges(),
      passwords,
      log: pino({ level: "silent" }),
      now: () => this.now,
    };
    this.factors = new SecondFactors(room, new FactorKey(this.#folder));
    const { factors } = this;
    this.access = new Access({
      ...room,
      dataFolder: this.#folder,
      reauthenticationMinutes: 10,
      factors,
      directory: null,
    });
    this.people = new People(room);
  }

  static async make(): Promise<FactorsWorld> {
    const world = new FactorsWorld();
    for (const name of ["ada", "bob"]) await world.people.add({ name, role: "admin", password });
    return world;
  }

  user(name: string): UserRecord {
    return new Users(this.database).byId(this.people.idOf(name)) as UserRecord;
  }

  remove(): void {
    this.database.close();
    rmSync(this.#folder, { recursive: true });
  }
}
