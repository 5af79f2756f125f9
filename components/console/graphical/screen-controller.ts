import { mayType } from "../console-socket";
import type { SocketAccess } from "../ticketed-link";
import type { KeyStroke } from "./keyboard/key-stroke";
import { ScreenSocket, type ScreenStatus } from "./screen-socket";
import { type ScreenLook, VncScreen } from "./vnc-screen";

export interface ScreenControllerOptions {
  vmName: string;
  /** How its socket is opened. */
  opener: SocketAccess;
  element: HTMLElement;
  /** Whoever looks may not type there. */
  watchOnly: boolean;
  /** Id of the words on how to leave the screen. */
  describedBy: string;
  look: Omit<ScreenLook, "viewOnly">;
  onStatus(status: ScreenStatus): void;
  /** The guest copied something. */
  onClipboard(text: string): void;
}

/** A guest's screen in the page and the connection behind it, from the moment it is shown until it is left. */
export class ScreenController {
  readonly #options: ScreenControllerOptions;
  readonly #socket: ScreenSocket;
  readonly #stop = new AbortController();
  #look: ScreenControllerOptions["look"];
  #screen: VncScreen | null = null;
  /** The last picture, left there while there is no connection. */
  #still: HTMLCanvasElement | null = null;

  constructor(options: ScreenControllerOptions) {
    this.#options = options;
    this.#look = options.look;
    this.#socket = new ScreenSocket({
      ...options.opener,
      readOnly: options.watchOnly,
      onChannel: (channel) => this.#show(channel),
      onLost: () => this.#freeze(),
      onStatus: (status) => {
        this.#heed(status);
        options.onStatus(status);
      },
    });
    const whenOnline = () => {
      if (this.#socket.status.link === "waiting") this.#socket.connect();
    };
    window.addEventListener("online", whenOnline, { signal: this.#stop.signal });
  }

  connect(): void {
    this.#socket.connect();
  }

  /** The VM is off: nothing to connect to. */
  rest(): void {
    this.#socket.rest();
  }

  setReadOnly(readOnly: boolean): void {
    this.#socket.setReadOnly(readOnly);
  }

  change(look: ScreenControllerOptions["look"]): void {
    this.#look = look;
    this.#screen?.change({ ...look, viewOnly: !mayType(this.#socket.status) });
  }

  press(strokes: readonly KeyStroke[]): void {
    this.#screen?.press(strokes);
  }

  /** Puts a text into the guest's clipboard. */
  giveClipboard(text: string): void {
    this.#screen?.clipboardPasteFrom(text);
  }

  focus(): void {
    this.#screen?.focus({ preventScroll: true });
  }

  /** Releases what is pressed, before the focus goes elsewhere. */
  leave(): void {
    this.#screen?.releaseAll();
    this.#screen?.blur();
  }

  /** What the screen shows, as a PNG; null while nothing is shown. */
  async picture(): Promise<Blob | null> {
    const canvas = this.#screen?.canvas ?? this.#still;
    if (canvas === null || canvas.width === 0) return null;
    return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  }

  close(): void {
    this.#stop.abort();
    this.#socket.rest();
    this.#still?.remove();
  }

  /** The keyboard may have been taken, or given back. */
  #heed(status: ScreenStatus): void {
    const viewOnly = !mayType(status);
    if (this.#screen === null || this.#screen.viewOnly === viewOnly) return;
    this.#screen.change({ ...this.#look, viewOnly });
  }

  #show(channel: ConstructorParameters<typeof VncScreen>[1]): void {
    const { element, vmName, describedBy, onClipboard } = this.#options;
    const screen = new VncScreen(element, channel, `Screen of ${vmName}`, describedBy);
    screen.change({ ...this.#look, viewOnly: !mayType(this.#socket.status) });
    screen.addEventListener("connect", () => {
      this.#still?.remove();
      this.#still = null;
    });
    screen.addEventListener("clipboard", ({ detail }) => onClipboard(detail.text));
    this.#screen = screen;
  }

  #freeze(): void {
    const screen = this.#screen;
    this.#screen = null;
    if (screen === null) return;
    const still = stillOf(screen.canvas);
    screen.disconnect();
    if (still === null || this.#stop.signal.aborted) return;
    this.#still?.remove();
    this.#still = still;
    this.#options.element.append(still);
  }
}

/** A grey copy of what a canvas shows; null where it shows nothing yet. */
function stillOf(canvas: HTMLCanvasElement): HTMLCanvasElement | null {
  if (canvas.width === 0 || canvas.height === 0) return null;
  const still = document.createElement("canvas");
  still.width = canvas.width;
  still.height = canvas.height;
  still.className = "m-auto max-h-full max-w-full opacity-40 grayscale";
  still.setAttribute("aria-hidden", "true");
  still.getContext("2d")?.drawImage(canvas, 0, 0);
  return still;
}
