import { randomUUID } from "node:crypto";
import { asc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { vmSpecificationSchema } from "../../create/vm-specification.schema";
import type { Database } from "../../database/open-database";
import { vmPresets } from "../../database/tables/vms";
import { AppError } from "../../errors";

export const storedPresetSchema = z.object({
  id: z.guid(),
  name: z.string(),
  /** What it is for, in the user's own words; may be empty. */
  note: z.string(),
  createdBy: z.string(),
  /** Unix milliseconds. */
  createdAt: z.number(),
  specification: vmSpecificationSchema,
});

/** A preset that a user saved. */
export type StoredPreset = z.infer<typeof storedPresetSchema>;

/** Users' own presets, which all users of this installation share. */
export class PresetStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** All presets by name. One whose specification makes no sense to this Passdeck is left out. */
  all(): StoredPreset[] {
    const rows = this.#database.query
      .select()
      .from(vmPresets)
      .orderBy(asc(sql`lower(${vmPresets.name})`))
      .all();
    return rows.flatMap((row) => storedPresetSchema.safeParse(row).data ?? []);
  }

  /** @throws AppError "conflict" where another preset has the name, in whichever case. */
  add(preset: Omit<StoredPreset, "id" | "createdAt">): StoredPreset {
    const record = { id: randomUUID(), createdAt: Date.now(), ...preset };
    const { changes } = this.#database.query.insert(vmPresets).values(record).onConflictDoNothing().run();
    if (changes === 1) return record;
    throw new AppError("conflict", {
      userMessage: `There is a preset called “${preset.name}” already. Choose another name, or delete that one.`,
    });
  }

  /** @throws AppError "not-found" where there is no such preset. */
  remove(id: string): void {
    const { changes } = this.#database.query.delete(vmPresets).where(eq(vmPresets.id, id)).run();
    if (changes === 1) return;
    throw new AppError("not-found", { userMessage: "This preset is no more. Somebody else deleted it." });
  }
}
