import { type KeyStroke, type NamedKey, strokeOf } from "./key-stroke";

/** Keys that are pressed together, for those that a browser or the local system keeps to itself. */
export interface KeyCombination {
  label: string;
  /** In the order in which they go down. */
  keys: readonly NamedKey[];
}

export const ctrlAltDelete: KeyCombination = {
  label: "Ctrl+Alt+Delete",
  keys: ["ControlLeft", "AltLeft", "Delete"],
};

/** The menu's further groups. */
export const combinationGroups: readonly { title: string; combinations: readonly KeyCombination[] }[] = [
  {
    title: "Windows and desktops",
    combinations: [
      { label: "Super (Windows key)", keys: ["MetaLeft"] },
      { label: "Super+D", keys: ["MetaLeft", "KeyD"] },
      { label: "Super+L", keys: ["MetaLeft", "KeyL"] },
      { label: "Super+R", keys: ["MetaLeft", "KeyR"] },
      { label: "Super+X", keys: ["MetaLeft", "KeyX"] },
      { label: "Alt+Tab", keys: ["AltLeft", "Tab"] },
      { label: "Alt+F4", keys: ["AltLeft", "F4"] },
      { label: "Ctrl+Shift+Escape", keys: ["ControlLeft", "ShiftLeft", "Escape"] },
      { label: "Print Screen", keys: ["PrintScreen"] },
    ],
  },
  {
    title: "Linux",
    combinations: [
      ...(["F1", "F2", "F3", "F4", "F5", "F6", "F7"] as const).map(
        (key): KeyCombination => ({ label: `Ctrl+Alt+${key}`, keys: ["ControlLeft", "AltLeft", key] }),
      ),
      { label: "Ctrl+Alt+Backspace", keys: ["ControlLeft", "AltLeft", "Backspace"] },
    ],
  },
  {
    title: "Firmware",
    combinations: (["Escape", "Delete", "F2", "F8", "F10", "F11", "F12"] as const).map((key) => ({
      label: key,
      keys: [key],
    })),
  },
];

/** All keys down in order, then up in reverse. */
export function strokesOfCombination({ keys }: KeyCombination): KeyStroke[] {
  const down = keys.map((key) => strokeOf(key, true));
  return [...down, ...keys.toReversed().map((key) => strokeOf(key, false))];
}
