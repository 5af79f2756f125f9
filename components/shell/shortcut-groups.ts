import type { Allowed } from "@/server/access/allowed.schema";
import { destinations, isOpen } from "./destinations";

export interface Shortcut {
  keys: string[];
  what: string;
}

export interface ShortcutGroup {
  title: string;
  shortcuts: Shortcut[];
}

/** All shortcuts, as the list behind "?" shows them; those of pages that somebody is not led to are left out. */
export const shortcutGroups = (allowed: Allowed | undefined): readonly ShortcutGroup[] => [
  {
    title: "Everywhere",
    shortcuts: [
      ...shown(allowed).map(({ key, label }) => ({ keys: ["g", key], what: `Go to ${label}` })),
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

function shown(allowed: Allowed | undefined) {
  return destinations.filter((one) => isOpen(one, allowed));
}
