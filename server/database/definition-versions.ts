import { and, asc, count, desc, eq, getTableColumns, inArray, lte, max, sql } from "drizzle-orm";
import type { DefinitionVersion, VersionSummary } from "./definition-version.schema";
import type { Database } from "./open-database";
import { definitionVersions } from "./tables/vms";

/** A VM, as the key of its versions. */
export interface VmKey {
  hostId: string;
  vmId: string;
}

/** Older versions of a VM go when it has more than these. */
export const keptVersions = 200;

/**
 * The oldest versions of all go when there are more than these: a bound for the VMs that others delete, of which nobody
 * can tell whether they come back. A VM that is still there begins anew with its present definition.
 */
export const keptInAll = 20_000;

const { xml: _xml, ...summaryColumns } = getTableColumns(definitionVersions);

/** The versions of VMs' definitions, in the database. */
export class DefinitionVersions {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Keeps a version, and drops those beyond the {@link keptVersions} of its VM and the {@link keptInAll} of all. */
  add(version: Omit<DefinitionVersion, "id" | "at">): DefinitionVersion {
    return this.#database.transaction(() => {
      const { query } = this.#database;
      const kept = query
        .insert(definitionVersions)
        .values({ ...version, at: Date.now() })
        .returning()
        .get();
      const [oldest] = query
        .select({ id: definitionVersions.id })
        .from(definitionVersions)
        .where(ofVm(version))
        .orderBy(desc(definitionVersions.id))
        .limit(1)
        .offset(keptVersions)
        .all();
      if (oldest)
        query
          .delete(definitionVersions)
          .where(and(ofVm(version), lte(definitionVersions.id, oldest.id)))
          .run();
      this.#dropOldest();
      return kept;
    });
  }

  /** Drops all versions of a VM that is no more. */
  forget(vm: VmKey): void {
    this.#database.query.delete(definitionVersions).where(ofVm(vm)).run();
  }

  /** A VM is on another host now, and its versions with it; those of an earlier one there go. Done again, it changes nothing more. */
  moved(from: VmKey, to: VmKey): void {
    this.#database.transaction(() => {
      if (this.latest(from) === null) return;
      this.forget(to);
      this.#database.query.update(definitionVersions).set({ hostId: to.hostId }).where(ofVm(from)).run();
    });
  }

  #dropOldest(): void {
    const { query } = this.#database;
    const more = (query.select({ all: count() }).from(definitionVersions).get()?.all ?? 0) - keptInAll;
    if (more <= 0) return;
    const { id } = definitionVersions;
    const oldest = query.select({ id }).from(definitionVersions).orderBy(asc(id)).limit(more);
    query.delete(definitionVersions).where(inArray(id, oldest)).run();
  }

  /** All versions of a VM, the latest first. */
  all(vm: VmKey): VersionSummary[] {
    return this.#database.query
      .select(summaryColumns)
      .from(definitionVersions)
      .where(ofVm(vm))
      .orderBy(desc(definitionVersions.id))
      .all();
  }

  /** The latest version of a VM; null before Passdeck has seen any. */
  latest(vm: VmKey): DefinitionVersion | null {
    const rows = this.#database.query.select().from(definitionVersions).where(ofVm(vm));
    return rows.orderBy(desc(definitionVersions.id)).limit(1).get() ?? null;
  }

  /** The latest version of each VM whose definition has `part` in it. */
  latestWith(part: string): DefinitionVersion[] {
    const { query } = this.#database;
    const { id, hostId, vmId, xml } = definitionVersions;
    const latest = query
      .select({ id: max(id) })
      .from(definitionVersions)
      .groupBy(hostId, vmId);
    const found = and(inArray(id, latest), sql`instr(${xml}, ${part}) > 0`);
    return query.select().from(definitionVersions).where(found).all();
  }

  /** The host that was the last to have a VM of that id; null where none was seen. */
  hostOf(vmId: string): string | null {
    const { id } = definitionVersions;
    const ofId = this.#database.query
      .select()
      .from(definitionVersions)
      .where(eq(definitionVersions.vmId, vmId));
    return ofId.orderBy(desc(id)).limit(1).get()?.hostId ?? null;
  }

  /** One version of a VM; null where it is no longer kept, or another VM's. */
  find(vm: VmKey, id: number): DefinitionVersion | null {
    const ofId = and(ofVm(vm), eq(definitionVersions.id, id));
    return this.#database.query.select().from(definitionVersions).where(ofId).get() ?? null;
  }
}

function ofVm({ hostId, vmId }: VmKey) {
  return and(eq(definitionVersions.hostId, hostId), eq(definitionVersions.vmId, vmId));
}
