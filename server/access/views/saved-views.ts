import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Database } from "../../database/open-database";
import { savedViews } from "../../database/tables/people";
import { AppError } from "../../errors";
import type { SavedView, ViewToSave } from "./saved-view.schema";

/** Views that a user may have. */
const mostViews = 50;

/** The views of the list of VMs that users have saved, each their own. */
export class SavedViews {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** By their names. */
  of(userId: string): SavedView[] {
    const rows = this.#database.query.select().from(savedViews).where(eq(savedViews.userId, userId)).all();
    return rows
      .map(({ userId: _userId, ...view }) => view)
      .sort((left, right) => left.name.localeCompare(right.name));
  }

  /** The search part of the address with which the user's list opens; null where they have chosen none. */
  defaultOf(userId: string): string | null {
    const isTheirs = and(eq(savedViews.userId, userId), eq(savedViews.isDefault, true));
    return this.#database.query.select().from(savedViews).where(isTheirs).get()?.search ?? null;
  }

  /**
   * Adds one, or changes the one of that id. A new default takes the place of the one before.
   * @throws AppError "conflict" where they have another of that name, or too many; "not-found" where it is gone.
   */
  save(userId: string, view: ViewToSave): void {
    const { query } = this.#database;
    this.#database.transaction(() => {
      const all = this.of(userId);
      const others = all.filter(({ id }) => id !== view.id);
      if (view.id !== null && others.length === all.length) throw gone();
      if (others.some(({ name }) => name.toLowerCase() === view.name.toLowerCase())) throw taken(view.name);
      if (view.id === null && all.length >= mostViews) throw tooMany();
      if (view.isDefault)
        query.update(savedViews).set({ isDefault: false }).where(eq(savedViews.userId, userId)).run();
      const row = { ...view, id: view.id ?? randomUUID(), userId };
      query.insert(savedViews).values(row).onConflictDoUpdate({ target: savedViews.id, set: row }).run();
    });
  }

  /** One that is gone already stays so. */
  remove(userId: string, id: string): void {
    const isTheirs = and(eq(savedViews.userId, userId), eq(savedViews.id, id));
    this.#database.query.delete(savedViews).where(isTheirs).run();
  }
}

function gone(): AppError {
  return new AppError("not-found", {
    userMessage: "This view is no more: you have deleted it elsewhere. Save it as a new one.",
  });
}

function taken(name: string): AppError {
  return new AppError("conflict", {
    userMessage: `You have a view “${name}” already. Choose another name.`,
  });
}

function tooMany(): AppError {
  return new AppError("conflict", {
    userMessage: `You have ${mostViews} views, which is the most. Delete one first.`,
  });
}
