/** What a key asks of the list. */
export type GridCommand =
  | { kind: "move"; by: number; extend: boolean }
  | { kind: "first" | "last"; extend: boolean }
  | { kind: "open" | "toggle" | "all" | "none" | "menu" };

export interface PressedKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const pageOfRows = 15;

const moves: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  j: 1,
  k: -1,
  PageDown: pageOfRows,
  PageUp: -pageOfRows,
};

const plain: Readonly<Record<string, GridCommand["kind"] & ("open" | "toggle" | "none" | "menu")>> = {
  Enter: "open",
  " ": "toggle",
  x: "toggle",
  Escape: "none",
  ".": "menu",
  ContextMenu: "menu",
};

/** Reads a key that was pressed on a row; null where the browser shall have it. */
export function readGridKey({ key, ctrlKey, metaKey, altKey, shiftKey }: PressedKey): GridCommand | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) return key === "a" ? { kind: "all" } : null;
  const by = moves[key];
  if (by !== undefined) return { kind: "move", by, extend: shiftKey };
  if (key === "Home" || key === "End") return { kind: key === "Home" ? "first" : "last", extend: shiftKey };
  if (key === "F10" && shiftKey) return { kind: "menu" };
  const kind = plain[key];
  return kind === undefined ? null : { kind };
}

/** The row that a command leads to from row `from` of `count`. */
export function targetRow(command: GridCommand, from: number, count: number): number {
  if (command.kind === "first") return 0;
  if (command.kind === "last") return count - 1;
  return command.kind === "move" ? Math.min(count - 1, Math.max(0, from + command.by)) : from;
}
