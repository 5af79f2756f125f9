/** What a person set for all consoles, kept in this browser. */
export interface ConsolePreferences {
  fontSize: number;
  screenReader: boolean;
}

const key = "passdeck.console";
const standard: ConsolePreferences = { fontSize: 14, screenReader: false };
const smallest = 8;
const largest = 32;

export function readPreferences(storage: Pick<Storage, "getItem">): ConsolePreferences {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? "null");
    if (typeof kept !== "object" || kept === null) return standard;
    const { fontSize, screenReader } = { ...standard, ...kept } as Record<keyof ConsolePreferences, unknown>;
    return { fontSize: boundedFontSize(Number(fontSize)), screenReader: screenReader === true };
  } catch {
    // Storage that is switched off or damaged costs no more than the preferences.
    return standard;
  }
}

export function keepPreferences(storage: Pick<Storage, "setItem">, preferences: ConsolePreferences): void {
  try {
    storage.setItem(key, JSON.stringify(preferences));
  } catch {
    // As above: they hold until the page is left.
  }
}

export function boundedFontSize(size: number): number {
  return Number.isFinite(size) ? Math.min(Math.max(Math.round(size), smallest), largest) : standard.fontSize;
}
