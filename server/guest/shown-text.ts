const longest = 160;

/** A text of a guest, as it can be shown: of one line, without signs that do something, and not endless. null of nothing. Pure. */
export function shownText(text: string): string | null {
  const shown = text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return shown === "" ? null : shown.slice(0, longest);
}
