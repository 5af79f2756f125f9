import { createHash } from "node:crypto";
import type { Who } from "../../access/can";

/** Why who connects again can't be told what they missed. */
export type ResetReason = "unknown-id" | "restarted" | "other-rights" | "too-old";

/** Writes and reads the ids of events: by which process, for whose eyes, and the number. */
export class EventIds {
  readonly #process: string;
  readonly #rights: string;

  /** @param process What tells this process from others. @param who Whose ids they are. */
  constructor(process: string, who: Who) {
    this.#process = process;
    this.#rights = rightsMark(process, who);
  }

  write(number: number): string {
    return `${this.#process}-${this.#rights}-${number}`;
  }

  /** The number of an id that was written for who may see the same; else why there is none. */
  read(id: string): number | Exclude<ResetReason, "too-old"> {
    const [, process, rights, number] = /^([\da-f]{12})-([\da-f]{12})-(\d{1,15})$/.exec(id) ?? [];
    if (process === undefined) return "unknown-id";
    if (process !== this.#process) return "restarted";
    return rights === this.#rights ? Number(number) : "other-rights";
  }
}

/**
 * The same for all who may see the same. What somebody sees of events is more or less than what they have where their rights
 * have changed meanwhile: they have to read all anew.
 */
function rightsMark(process: string, { level, user, shared, key }: Who): string {
  const scope = key && { level: key.level, vms: key.vms, acts: key.acts };
  const said = [process, level, user?.id, [...(shared ?? [])].sort(), scope];
  return createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 12);
}
