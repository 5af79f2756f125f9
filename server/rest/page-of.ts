import * as z from "zod";

const most = 1000;

/** What asks for a page of a list. */
export const pageInput = {
  /** How many at most. */
  limit: z.int().min(1).max(most).default(100),
  /** What the page before this one gave as `next`. */
  cursor: z.string().max(1024).optional(),
};

/** The answer of a list: a page of it, and what asks for the next one. */
export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

interface Page<Item> {
  items: Item[];
  next: string | null;
}

/**
 * A page of `items` by their keys, which stay as they are: what is added or deleted between two pages neither hides nor
 * doubles another. `next` is null on the last one.
 */
export function pageOf<Item>(
  items: readonly Item[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  keyOf: (item: Item) => string,
): Page<Item> {
  const after = cursor === undefined ? "" : Buffer.from(cursor, "base64url").toString();
  const left = items.filter((item) => keyOf(item) > after).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const page = left.slice(0, limit);
  const last = page.at(-1);
  const more = left.length > page.length && last !== undefined;
  return { items: page, next: more ? Buffer.from(keyOf(last)).toString("base64url") : null };
}
