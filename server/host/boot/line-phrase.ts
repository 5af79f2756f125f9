import type { LineWords } from "./boot-setup";

/** "Append a b to PLACE", "Remove c from PLACE", "Replace c with a b in PLACE". */
export function linePhrase({ added, removed }: LineWords, place: string): string {
  if (removed.length === 0) return `Append ${added.join(" ")} to ${place}`;
  if (added.length === 0) return `Remove ${removed.join(" ")} from ${place}`;
  return `Replace ${removed.join(" ")} with ${added.join(" ")} in ${place}`;
}
