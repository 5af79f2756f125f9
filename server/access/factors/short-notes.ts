import * as z from "zod";
import { newSealingKey, seal, unseal } from "./sealed-text";

const minuteMs = 60_000;

const noteSchema = z.object({ content: z.string(), until: z.number() });

/**
 * What this server has somebody hand back soon: whose password was right, which challenge it gave. They are
 * sealed instead of remembered, so that strangers who ask for any number of them take no memory, and push out nobody
 * else's. They end with the server.
 */
export class ShortNotes {
  readonly #key = newSealingKey();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @param purpose What it is for; it is read for that alone. */
  write(purpose: string, content: string, minutes = 5): string {
    return seal(this.#key, JSON.stringify({ content, until: this.#now() + minutes * minuteMs }), purpose);
  }

  /** What was written; null where it was not this server that did, for another purpose, or too long ago. */
  read(purpose: string, note: string): string | null {
    const text = unseal(this.#key, note, purpose);
    if (text === null) return null;
    const { content, until } = noteSchema.parse(JSON.parse(text));
    return this.#now() < until ? content : null;
  }
}
