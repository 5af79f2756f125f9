/** What a key means to the page rather than to the guest. */
export type TerminalCommand = "leave" | "search" | "copy" | "paste" | "larger" | "smaller";

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

const commands: Readonly<Record<string, TerminalCommand>> = {
  enter: "leave",
  f: "search",
  c: "copy",
  v: "paste",
  "+": "larger",
  _: "smaller",
};

/** How to leave the terminal by keyboard, as people read it. No browser and no usual guest wants these keys. */
export const leaveKeys = "Ctrl+Shift+Enter";

/** Reads a key; null when it belongs to the guest. All of ours hold Ctrl and Shift, which a serial line cannot tell from Ctrl. */
export function readKey({ key, ctrlKey, shiftKey, altKey, metaKey }: KeyPress): TerminalCommand | null {
  if (!ctrlKey || !shiftKey || altKey || metaKey) return null;
  return commands[key.toLowerCase()] ?? null;
}
