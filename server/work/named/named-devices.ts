import { and, asc, eq, sql } from "drizzle-orm";
import { onNamed } from "../../access/objects-of";
import { notThere } from "../../access/sight";
import type { Database } from "../../database/open-database";
import { namedDevices } from "../../database/tables/named-devices";
import { AppError } from "../../errors";
import { type NamedDevice, namedDeviceSchema } from "../../pci/named/named-device.schema";

/** The named devices of each host. Each method has written when it returns, and tells who watches. */
export class NamedDevices {
  readonly #database: Database;
  readonly #watchers = new Set<(hostId: string) => void>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** A host's, by name. */
  of(hostId: string): NamedDevice[] {
    const rows = this.#database.query
      .select()
      .from(namedDevices)
      .where(eq(namedDevices.hostId, hostId))
      .orderBy(asc(sql`lower(${namedDevices.name})`))
      .all();
    return rows.map((row) => namedDeviceSchema.parse(row));
  }

  /** The one of that name; null where there is none. */
  find(hostId: string, name: string): NamedDevice | null {
    return this.of(hostId).find((device) => device.name === name) ?? null;
  }

  /** @throws AppError "conflict" where the host has one of that name, in whichever case. */
  add(hostId: string, device: NamedDevice): void {
    const row = { hostId, ...device };
    const { changes } = this.#database.query.insert(namedDevices).values(row).onConflictDoNothing().run();
    if (changes !== 1)
      throw new AppError("conflict", {
        userMessage: `There is a named device “${device.name}” on this host already. Choose another name.`,
      });
    this.#tell(hostId);
  }

  /** Changes what the name stands for. @throws AppError "not-found". */
  change(hostId: string, { name, note, members }: NamedDevice): void {
    const { changes } = this.#database.query
      .update(namedDevices)
      .set({ note, members })
      .where(is(hostId, name))
      .run();
    if (changes !== 1) throw notThere(onNamed({ hostId, name }));
    this.#tell(hostId);
  }

  /** @throws AppError "not-found". */
  remove(hostId: string, name: string): void {
    const { changes } = this.#database.query.delete(namedDevices).where(is(hostId, name)).run();
    if (changes !== 1) throw notThere(onNamed({ hostId, name }));
    this.#tell(hostId);
  }

  /** Calls `listener` with the host of each that changes, until the returned function is called. */
  watch(listener: (hostId: string) => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  #tell(hostId: string): void {
    for (const watcher of this.#watchers) watcher(hostId);
  }
}

function is(hostId: string, name: string) {
  return and(eq(namedDevices.hostId, hostId), eq(namedDevices.name, name));
}
