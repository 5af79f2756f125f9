/** The same thing thrice: as both found it, as the user wants it, and as somebody else made it meanwhile. */
export interface Three<Thing> {
  base: Thing;
  mine: Thing;
  theirs: Thing;
}

/** Whose change counts. */
export type Side = "mine" | "theirs";

/** Does the same to all three. */
export function mapThree<From, To>({ base, mine, theirs }: Three<From>, work: (from: From) => To): Three<To> {
  return { base: work(base), mine: work(mine), theirs: work(theirs) };
}

/** Whose is right without a question, as the other one changed nothing or the same; null where both changed it. */
export function winner({ base, mine, theirs }: Three<string | null>): Side | null {
  if (theirs === base || mine === theirs) return "mine";
  return mine === base ? "theirs" : null;
}
