import { and, desc, eq, sql } from "drizzle-orm";
import { type BootChange, bootChangeSchema, type ChangedFile } from "./boot-change.schema";
import type { Database } from "./open-database";
import { bootChanges } from "./tables/hosts";

const begun = { state: "applying", generated: false, findings: null, undoneBy: null } as const;

/** What Passdeck changed of how one host starts. Each call has written, or read, when it returns. */
export class BootChanges {
  readonly #database: Database;
  readonly #hostId: string;
  readonly #understands: (wish: unknown) => boolean;

  /** @param understands Whether this Passdeck understands what was asked for. */
  constructor(database: Database, hostId: string, understands: (wish: unknown) => boolean) {
    this.#database = database;
    this.#hostId = hostId;
    this.#understands = understands;
  }

  /** All of them, the latest first. A row that makes no sense to this Passdeck is left out. */
  all(): BootChange[] {
    const rows = this.#database.query
      .select()
      .from(bootChanges)
      .where(eq(bootChanges.hostId, this.#hostId))
      .orderBy(desc(bootChanges.at), desc(sql`rowid`))
      .all();
    return rows
      .flatMap((row) => bootChangeSchema.safeParse(row).data ?? [])
      .filter(({ wish }) => this.#understands(wish));
  }

  find(id: string): BootChange | null {
    return this.all().find((change) => change.id === id) ?? null;
  }

  /** Puts one on record whose job begins, if it is not there. */
  begin(change: Omit<BootChange, "hostId" | "state" | "generated" | "findings" | "undoneBy">): void {
    this.#database.query
      .insert(bootChanges)
      .values({ ...change, ...begun, hostId: this.#hostId })
      .onConflictDoNothing()
      .run();
  }

  /** What is made of the files may be other than they say from here on. */
  generating(id: string): void {
    this.#set(id, { generated: true });
  }

  /** Puts down what a program has made of files by itself. */
  changeFiles(id: string, changed: readonly ChangedFile[]): void {
    if (changed.length === 0) return;
    const files = this.find(id)?.files ?? [];
    const known = files.map((file) => {
      const to = changed.find(({ path }) => path === file.path)?.to;
      return to === undefined ? file : { ...file, to };
    });
    const more = changed.filter(({ path }) => !files.some((file) => file.path === path));
    this.#set(id, { files: [...known, ...more] });
  }

  /** All of it is done; what it takes back is so from here on. */
  applied({ id, undoes }: Pick<BootChange, "id" | "undoes">): void {
    this.#database.transaction(() => {
      this.#set(id, { state: "waiting" });
      if (undoes !== null) this.#set(undoes, { undoneBy: id });
    });
  }

  /** The host has started by it. @param findings Each thing that was planned, and what was found. */
  verified(id: string, findings: unknown): void {
    this.#set(id, { state: "verified", findings });
  }

  /** Takes one off record that was taken back before it was whole. */
  forget({ id, undoes }: Pick<BootChange, "id" | "undoes">): void {
    this.#database.transaction(() => {
      this.#database.query.delete(bootChanges).where(this.#is(id)).run();
      if (undoes !== null) this.#set(undoes, { undoneBy: null });
    });
  }

  /** Takes all of them off record: the host is another one. */
  forgetAll(): void {
    this.#database.query.delete(bootChanges).where(eq(bootChanges.hostId, this.#hostId)).run();
  }

  #set(id: string, values: Partial<typeof bootChanges.$inferInsert>): void {
    this.#database.query.update(bootChanges).set(values).where(this.#is(id)).run();
  }

  #is(id: string) {
    return and(eq(bootChanges.hostId, this.#hostId), eq(bootChanges.id, id));
  }
}
