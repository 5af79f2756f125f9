import { keyboardLayouts } from "./keyboard/layouts";
import type { Scaling } from "./vnc-screen";

/** What a person set for all screens, kept in this browser. */
export interface GraphicalPreferences {
  scaling: Scaling;
  /** Id of the guest's keyboard layout; null where it is the local one. */
  guestLayout: string | null;
}

export const scalings = ["fit", "original", "resize-guest"] as const satisfies readonly Scaling[];
const key = "passdeck.screen";
const standard: GraphicalPreferences = { scaling: "fit", guestLayout: null };

/** What was kept; what is damaged or unknown by now falls back to the standard. */
export function readGraphicalPreferences(storage: Pick<Storage, "getItem">): GraphicalPreferences {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? "null");
    const { scaling, guestLayout } = { ...standard, ...(typeof kept === "object" ? kept : {}) };
    return {
      scaling: scalings.find((known) => known === scaling) ?? standard.scaling,
      guestLayout: keyboardLayouts.find(({ id }) => id === guestLayout)?.id ?? null,
    };
  } catch {
    // Storage that is switched off or damaged costs no more than the preferences.
    return standard;
  }
}

export function keepGraphicalPreferences(
  storage: Pick<Storage, "setItem">,
  preferences: GraphicalPreferences,
): void {
  try {
    storage.setItem(key, JSON.stringify(preferences));
  } catch {
    // As above: they hold until the page is left.
  }
}
