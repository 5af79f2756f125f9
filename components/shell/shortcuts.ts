import { destinations } from "./destinations";

/** What a pressed key asks for; "go-pending" where the next one decides. */
export type ShortcutCommand =
  | { kind: "go"; href: string }
  | { kind: "go-pending" }
  | { kind: "search" }
  | { kind: "help" };

/** Reads a key. `pending` tells that "g" came just before. */
export function readShortcut(key: string, pending: boolean): ShortcutCommand | null {
  if (pending) {
    const destination = destinations.find((candidate) => candidate.key === key);
    return destination === undefined ? null : { kind: "go", href: destination.href };
  }
  if (key === "g") return { kind: "go-pending" };
  if (key === "/") return { kind: "search" };
  return key === "?" ? { kind: "help" } : null;
}
