import type { KeyStroke } from "./key-stroke";
import { type LayoutMap, strokesOfPlace } from "./layout-map";

export interface TypedText {
  strokes: KeyStroke[];
  /** Characters that the layout has no keys for, each once. They are left out. */
  untypable: string[];
}

/** The key presses that type a text on a guest whose keyboard layout is `layout`. */
export function typeText(text: string, layout: LayoutMap): TypedText {
  const typed: TypedText = { strokes: [], untypable: [] };
  const untypable = new Set<string>();
  for (const character of text.replace(/\r\n?/g, "\n").normalize("NFC")) {
    const places = layout.placesOf(character);
    if (places === null) untypable.add(character);
    else for (const place of places) typed.strokes.push(...strokesOfPlace(place, character));
  }
  return { ...typed, untypable: [...untypable] };
}
