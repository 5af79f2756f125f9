import { appendFile } from "node:fs/promises";
import type { AuditRow } from "../chain";
import type { AuditCopy } from "./audit-copy";

/** Appends each entry to a file as a line of JSON, in their order; a file that was moved away (logrotate) is made anew. */
export class FileCopy implements AuditCopy {
  readonly name: string;
  readonly #path: string;
  #problem: string | null = null;
  #waiting: string[] = [];
  #writing: Promise<void> | null = null;

  constructor(path: string) {
    this.name = `the file ${path}`;
    this.#path = path;
  }

  get problem(): string | null {
    return this.#problem;
  }

  send(row: AuditRow): void {
    this.#waiting.push(`${JSON.stringify(row)}\n`);
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
    });
  }

  async close(): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const lines = this.#waiting.splice(0).join("");
      try {
        await appendFile(this.#path, lines, { mode: 0o600 });
        this.#problem = null;
      } catch (error) {
        this.#problem = `Entries could not be appended to ${this.#path}: ${String(error)}. They are in the database.`;
      }
    }
  }
}
