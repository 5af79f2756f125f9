import { type KeyStroke, strokeOf } from "./key-stroke";
import { type KeyPlace, type LayoutMap, strokesOfPlace } from "./layout-map";

const shifts = ["ShiftLeft", "ShiftRight"] as const;
const levelKeys = [...shifts, "AltRight"] as const;
type LevelKey = (typeof levelKeys)[number];

/**
 * Presses the keys that type on the guest's layout what this keyboard's keys type on the local one. Without a layout
 * keys pass by their place, which is right where both layouts are the same.
 */
export class GuestKeyboard {
  /** The guest's layout; null while keys pass by their place. */
  layout: LayoutMap | null = null;
  /** Keys for another level that are held, here and in the guest. */
  readonly #held = new Set<LevelKey>();
  /** Keys that are down: their place here, and the place that went down in the guest instead. */
  readonly #moved = new Map<string, KeyStroke>();

  /** What to press in the guest for `stroke` here. `character` is what it types here, null for a key that types none. */
  translate(stroke: KeyStroke, character: string | null): KeyStroke[] {
    this.#follow(stroke);
    if (!stroke.down) return [this.#release(stroke)];
    const places = character === null ? null : (this.layout?.placesOf(character) ?? null);
    if (character === null || places === null) return [stroke];
    const last = places.at(-1);
    if (last === undefined) return [stroke];
    this.#moved.set(stroke.code, { ...stroke, code: last.code });
    const before = places.slice(0, -1).flatMap((place) => this.#whole(place, character));
    return [...before, ...this.#down(last, stroke)];
  }

  #follow({ code, down }: KeyStroke): void {
    const key = levelKeys.find((known) => known === code);
    if (key === undefined) return;
    if (down) this.#held.add(key);
    else this.#held.delete(key);
  }

  #release(stroke: KeyStroke): KeyStroke {
    const moved = this.#moved.get(stroke.code);
    this.#moved.delete(stroke.code);
    return moved === undefined ? stroke : { ...moved, down: false };
  }

  /** A dead key, pressed and released while what is held is out of the way. */
  #whole(place: KeyPlace, character: string): KeyStroke[] {
    const away = [...this.#held].map((key) => strokeOf(key, false));
    const back = [...this.#held].map((key) => strokeOf(key, true));
    return [...away, ...strokesOfPlace(place, character), ...back];
  }

  /** The key alone goes down; modifiers that it takes or that are in its way hold only for that moment. */
  #down({ code, shift, altGr }: KeyPlace, stroke: KeyStroke): KeyStroke[] {
    const shiftsHeld = shifts.filter((key) => this.#held.has(key));
    const altGrHeld = this.#held.has("AltRight");
    const away = [...(shift ? [] : shiftsHeld), ...(altGrHeld && !altGr ? (["AltRight"] as const) : [])];
    const extra = [
      ...(shift && shiftsHeld.length === 0 ? (["ShiftLeft"] as const) : []),
      ...(altGr && !altGrHeld ? (["AltRight"] as const) : []),
    ];
    return [
      ...away.map((key) => strokeOf(key, false)),
      ...extra.map((key) => strokeOf(key, true)),
      { ...stroke, code },
      ...extra.map((key) => strokeOf(key, false)),
      ...away.map((key) => strokeOf(key, true)),
    ];
  }
}
