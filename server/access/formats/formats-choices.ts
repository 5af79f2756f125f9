import { eq } from "drizzle-orm";
import type { Database } from "../../database/open-database";
import { formatsChoices } from "../../database/tables/people";
import { type FormatsChoice, formatsChoiceSchema, unchosenFormats } from "./formats.schema";
import type { Formats } from "./page-formats.schema";
import { resolveFormats } from "./resolve-formats.schema";

/** Which formats users have chosen, in the database. */
export class FormatsChoices {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** A user's choice. One that this Passdeck does not know, of a later version, counts as none. */
  of(userId: string): FormatsChoice {
    const ofUser = eq(formatsChoices.userId, userId);
    const row = this.#database.query.select().from(formatsChoices).where(ofUser).get();
    return formatsChoiceSchema.safeParse(row).data ?? unchosenFormats;
  }

  choose(userId: string, choice: FormatsChoice): void {
    this.#database.query
      .insert(formatsChoices)
      .values({ userId, ...choice })
      .onConflictDoUpdate({ target: formatsChoices.userId, set: choice })
      .run();
  }

  /**
   * How a page is written.
   * @param userId null of who is not signed in.
   * @param acceptLanguage The header that the browser asks with: its own language comes first.
   */
  forPage(userId: string | null, acceptLanguage: string | undefined): Formats {
    const choice = userId === null ? unchosenFormats : this.of(userId);
    return resolveFormats(choice, acceptLanguage?.split(/[,;]/)[0]?.trim() ?? "");
  }
}
