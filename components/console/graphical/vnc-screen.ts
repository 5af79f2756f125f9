import RFB, { type RawChannel } from "@novnc/novnc";
import { GuestKeyboard } from "./keyboard/guest-keyboard";
import type { KeyStroke } from "./keyboard/key-stroke";
import type { LayoutMap } from "./keyboard/layout-map";

/** How a guest's screen is fitted into the page's. */
export type Scaling = "fit" | "original" | "resize-guest";

export interface ScreenLook {
  scaling: Scaling;
  /** The guest's keyboard layout where it is another than the local one. */
  layout: LayoutMap | null;
  viewOnly: boolean;
}

/** noVNC, with the guest's keyboard layout, and with no key left pressed in the guest when the focus goes. */
export class VncScreen extends RFB {
  readonly #keyboard = new GuestKeyboard();
  readonly #canvas: HTMLCanvasElement;
  /** What the keys last pressed type here, by their place; null for those that type nothing. */
  readonly #characters = new Map<string, string | null>();
  /** Keys that are down in the guest. */
  readonly #down = new Map<string, KeyStroke>();

  constructor(target: HTMLElement, channel: RawChannel, label: string, describedBy: string) {
    super(target, channel, { shared: true });
    // What noVNC has just added stands last.
    const canvas = target.lastElementChild?.querySelector("canvas") ?? null;
    if (canvas === null) throw new Error("noVNC made no canvas");
    this.#canvas = canvas;
    this.background = "transparent";
    // A guest that draws no pointer of its own would leave none to see.
    this.showDotCursor = true;
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "application");
    canvas.setAttribute("aria-label", label);
    canvas.setAttribute("aria-describedby", describedBy);
    canvas.addEventListener("keydown", ({ code, key }) => this.#note(code, key), { capture: true });
    canvas.addEventListener("blur", () => this.releaseAll());
  }

  get canvas(): HTMLCanvasElement {
    return this.#canvas;
  }

  change({ scaling, layout, viewOnly }: ScreenLook): void {
    this.#keyboard.layout = layout;
    this.viewOnly = viewOnly;
    this.scaleViewport = scaling !== "original";
    this.clipViewport = false;
    this.resizeSession = scaling === "resize-guest";
  }

  override sendKey(keysym: number, code: string | null, down?: boolean): void {
    if (down === undefined) {
      this.sendKey(keysym, code, true);
      this.sendKey(keysym, code, false);
      return;
    }
    const character = code === null ? null : (this.#characters.get(code) ?? null);
    this.press(this.#keyboard.translate({ keysym, code: code ?? "", down }, character));
  }

  /** Sends keys as they are, whatever the guest's layout is. */
  press(strokes: readonly KeyStroke[]): void {
    for (const stroke of strokes) {
      if (stroke.down) this.#down.set(stroke.code, stroke);
      else this.#down.delete(stroke.code);
      super.sendKey(stroke.keysym, stroke.code, stroke.down);
    }
  }

  /** Without it a key whose release went elsewhere would stay pressed in the guest. */
  releaseAll(): void {
    this.press([...this.#down.values()].map((stroke) => ({ ...stroke, down: false })));
  }

  #note(code: string, key: string): void {
    this.#characters.set(code, [...key].length === 1 ? key : null);
  }
}
