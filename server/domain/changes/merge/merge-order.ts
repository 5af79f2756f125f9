import type { Side, Three } from "./three";

/**
 * Brings what is left of three lists into one order. A side that moved something has its order; the other's additions
 * stand behind what they stood behind there, after the first one's additions at the same place.
 * @param lists Names, none twice in a list.
 * @param kept The names that the result has, each in one of both sides' lists at least.
 * @param decide Asked where both moved something, each otherwise.
 */
export function mergeOrder(lists: Three<string[]>, kept: ReadonlySet<string>, decide: () => Side): string[] {
  const ground = orderGround(lists) ?? decide();
  const [first, second] = ground === "mine" ? [lists.mine, lists.theirs] : [lists.theirs, lists.mine];
  const known = new Set([...lists.base, ...second]);
  const there = new Set(first);
  const result = first.filter((name) => kept.has(name));
  let before: string | undefined;
  for (const name of second.filter((one) => kept.has(one))) {
    if (!there.has(name)) {
      let at = before === undefined ? 0 : result.indexOf(before) + 1;
      while (at < result.length && !known.has(result[at] ?? "")) at += 1;
      result.splice(at, 0, name);
    }
    before = name;
  }
  return result;
}

/** Whose list is the ground on which the other's additions are put; null where both moved something. */
function orderGround({ base, mine, theirs }: Three<string[]>): Side | null {
  if (sameOrder(base, mine) || sameOrder(mine, theirs)) return "theirs";
  return sameOrder(base, theirs) ? "mine" : null;
}

/** Whether what both lists have stands in the same order in both. */
function sameOrder(one: readonly string[], other: readonly string[]): boolean {
  const [here, there] = [new Set(one), new Set(other)];
  const common = other.filter((name) => here.has(name));
  return one.filter((name) => there.has(name)).every((name, index) => name === common[index]);
}
