import { type KeyStroke, keysymOf, strokeOf } from "./key-stroke";
import { type KeyboardLayout, layoutKeys } from "./layouts";

/** How one key press types a character. */
export interface KeyPlace {
  code: string;
  shift: boolean;
  altGr: boolean;
}

/** Signs that a dead key types when Space follows. */
const deadKeyOf: Readonly<Record<string, string>> = {
  "^": "\u0302",
  "`": "\u0300",
  "´": "\u0301",
  "~": "\u0303",
  "¨": "\u0308",
  "°": "\u030a",
};
const space: KeyPlace = { code: "Space", shift: false, altGr: false };
const enter: KeyPlace = { code: "Enter", shift: false, altGr: false };
const tab: KeyPlace = { code: "Tab", shift: false, altGr: false };

/** Where a layout has its characters. */
export class LayoutMap {
  readonly #places = new Map<string, KeyPlace>([
    [" ", space],
    ["\n", enter],
    ["\t", tab],
  ]);

  constructor({ levels }: KeyboardLayout) {
    for (const [level, characters] of levels.entries()) {
      for (const [index, character] of [...characters].entries()) {
        const code = layoutKeys[index];
        // The easiest way to type it stands first.
        if (code === undefined || this.#places.has(character)) continue;
        this.#places.set(character, { code, shift: level === 1, altGr: level === 2 });
      }
    }
  }

  /** The keys to press one after the other for a character; null where this layout cannot type it. */
  placesOf(character: string): KeyPlace[] | null {
    const place = this.#places.get(character);
    if (place !== undefined) return [place];
    const [base = "", mark = ""] = character.normalize("NFD");
    const dead = this.#places.get(mark) ?? this.#places.get(deadKeyOf[character] ?? "");
    const then = mark === "" ? space : this.#places.get(base);
    return dead === undefined || then === undefined ? null : [dead, then];
  }
}

/** The whole of a key press, with the modifiers that it takes. */
export function strokesOfPlace(place: KeyPlace, character: string): KeyStroke[] {
  const keysym = { Space: 0x20, Enter: 0xff0d, Tab: 0xff09 }[place.code] ?? keysymOf(character);
  return [
    ...modifiers(place, true),
    { keysym, code: place.code, down: true },
    { keysym, code: place.code, down: false },
    ...modifiers(place, false),
  ];
}

function modifiers({ shift, altGr }: KeyPlace, down: boolean): KeyStroke[] {
  return [...(shift ? [strokeOf("ShiftLeft", down)] : []), ...(altGr ? [strokeOf("AltRight", down)] : [])];
}
