import { destinations } from "./destinations";

export interface Shortcut {
  keys: string[];
  what: string;
}

export interface ShortcutGroup {
  title: string;
  shortcuts: Shortcut[];
}

/** All shortcuts, as the list behind "?" shows them. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: "Everywhere",
    shortcuts: [
      ...destinations.map(({ key, label }) => ({ keys: ["g", key], what: `Go to ${label}` })),
      { keys: ["/"], what: "Search" },
      { keys: ["?"], what: "Show this list" },
    ],
  },
  {
    title: "In the list of VMs",
    shortcuts: [
      { keys: ["↑", "↓"], what: "Move" },
      { keys: ["Home", "End"], what: "First, last" },
      { keys: ["Enter"], what: "Open" },
      { keys: ["Space"], what: "Select (also x)" },
      { keys: ["Shift", "↑ ↓"], what: "Select while moving" },
      { keys: ["Ctrl", "a"], what: "Select all shown" },
      { keys: ["."], what: "Actions" },
      { keys: ["Esc"], what: "Select none" },
    ],
  },
];
