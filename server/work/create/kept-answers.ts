import { createHmac, randomBytes } from "node:crypto";
import type { AnswerFile, PlacedAnswers } from "../../create/answers/answers.schema";
import type { IsoFile } from "../../create/cloud-init/iso/write-iso";
import { AppError } from "../../errors";

/** The files, and the volume that they go into. */
export type FilesOfVolume = Pick<PlacedAnswers, "pool" | "volume" | "files">;

/** So many VMs are hardly made at once. */
const most = 100;

/**
 * Answer files on their way to their CDs. They have passwords in plain, so they stand in no job and in no database: a job
 * knows them by an id, and after a restart nobody does.
 */
export class KeptAnswers {
  /** Without it nobody can try passwords out on an id. */
  readonly #key: Buffer;
  readonly #kept = new Map<string, readonly AnswerFile[]>();

  constructor(key: Buffer = randomBytes(32)) {
    this.#key = key;
  }

  /** The id that a CD has as long as this server runs: the same files in the same place have the same. */
  idOf({ pool, volume, files }: FilesOfVolume): string {
    return createHmac("sha256", this.#key)
      .update(JSON.stringify([pool, volume, files]))
      .digest("hex");
  }

  /** Keeps them until they are dropped, or many others came. */
  keep(cd: FilesOfVolume): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= most && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(this.idOf(cd), cd.files);
  }

  /** null after a restart, and once they are written. */
  find(id: string): readonly AnswerFile[] | null {
    return this.#kept.get(id) ?? null;
  }

  /**
   * As {@link find}, as files of a CD or of an initial RAM disk.
   * @throws AppError "conflict" where they are not known any more.
   */
  filesOf(id: string): IsoFile[] {
    const files = this.find(id);
    if (files === null) throw forgotten();
    const encoder = new TextEncoder();
    return files.map(({ name, content }) => ({ name, content: encoder.encode(content) }));
  }

  drop(id: string): void {
    this.#kept.delete(id);
  }
}

function forgotten(): AppError {
  return new AppError("conflict", {
    userMessage:
      "Passdeck was stopped before the answer file was written, and keeps no passwords over that. Create the VM again.",
  });
}
