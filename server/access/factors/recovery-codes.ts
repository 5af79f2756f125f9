import { randomBytes } from "node:crypto";
import { and, count, eq } from "drizzle-orm";
import type { Database } from "../../database/open-database";
import { recoveryCodes } from "../../database/tables/second-factors";
import { hashOf } from "../secrets";

const howMany = 10;
/** Crockford's Base32, without letters that are taken for digits. */
const letters = "0123456789abcdefghjkmnpqrstvwxyz";
const [codeLetters, groupLetters] = [16, 4];

/** The recovery codes in the database, by their hashes. */
export class RecoveryCodes {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Makes ten new ones, which end those before them. They are told this once. */
  renew(userId: string): string[] {
    const codes = Array.from({ length: howMany }, newCode);
    this.removeAll(userId);
    const rows = codes.map((code) => ({ userId, codeHash: hashOf(plain(code)) }));
    this.#database.query.insert(recoveryCodes).values(rows).run();
    return codes;
  }

  /** Uses a code up; false where it is none, or was used. */
  take(userId: string, code: string): boolean {
    const row = and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, hashOf(plain(code))));
    return this.#database.query.delete(recoveryCodes).where(row).run().changes === 1;
  }

  /** How many are left. */
  left(userId: string): number {
    const rows = this.#database.query.select({ all: count() }).from(recoveryCodes);
    return rows.where(eq(recoveryCodes.userId, userId)).get()?.all ?? 0;
  }

  removeAll(userId: string): void {
    this.#database.query.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId)).run();
  }
}

/** 80 random bits in groups of four: "7k2m-…". One round of SHA-256 is enough for what can't be guessed. */
function newCode(): string {
  const text = [...randomBytes(codeLetters)].map((byte) => letters[byte % letters.length]).join("");
  return text.match(new RegExp(`.{${groupLetters}}`, "g"))?.join("-") ?? text;
}

/** A code as it is hashed, however it was typed off. */
function plain(code: string): string {
  return code.toLowerCase().replace(/[\s-]/g, "").replace(/o/g, "0").replace(/[il]/g, "1");
}
