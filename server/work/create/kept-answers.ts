import { createHmac, randomBytes } from "node:crypto";
import type { AnswerFile, AnswersCd } from "../../create/answers/answers.schema";

/** So many VMs are hardly made at once. */
const most = 100;

/**
 * Answer files on their way to their CDs. They have passwords in plain, so they stand in no job and in no database: a job
 * knows them by an id, and after a restart nobody does.
 */
export class KeptAnswers {
  /** Without it nobody can try passwords out on an id. */
  readonly #key = randomBytes(32);
  readonly #kept = new Map<string, readonly AnswerFile[]>();

  /** The id that a CD has as long as this server runs: the same files in the same place have the same. */
  idOf({ pool, volume, files }: AnswersCd): string {
    return createHmac("sha256", this.#key)
      .update(JSON.stringify([pool, volume, files]))
      .digest("hex");
  }

  /** Keeps them until they are dropped, or many others came. */
  keep(cd: AnswersCd): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= most && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(this.idOf(cd), cd.files);
  }

  /** null after a restart, and once they are written. */
  find(id: string): readonly AnswerFile[] | null {
    return this.#kept.get(id) ?? null;
  }

  drop(id: string): void {
    this.#kept.delete(id);
  }
}
