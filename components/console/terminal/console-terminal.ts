import { FitAddon } from "@xterm/addon-fit";
import { SearchAddon } from "@xterm/addon-search";
import { Terminal } from "@xterm/xterm";
import "@xterm/xterm/css/xterm.css";
import { searchColors, terminalColors } from "./colors";
import { readKey, type TerminalCommand } from "./keys";
import { linkHandler } from "./links";
import { muteAnswers } from "./mute-answers";
import { drawByGraphicsCard } from "./renderer";

/** What can be changed while the terminal is in use. */
export interface TerminalLook {
  dark: boolean;
  /** Pixels. */
  fontSize: number;
  /** Keeps a hidden copy of the screen that a screen reader reads from, and announces new lines. */
  screenReader: boolean;
}

export interface TerminalOptions extends TerminalLook {
  /** Where it is drawn; as large as the terminal is to be. */
  element: HTMLElement;
  /** Id of the element that says how to leave by keyboard. */
  describedBy: string;
  /** Whether the terminal is to answer the guest's queries in what it draws now. */
  mayAnswer: () => boolean;
  onInput: (input: string | Uint8Array) => void;
  onCommand: (command: TerminalCommand) => void;
}

const fontFamily = '"JetBrains Mono Variable", ui-monospace, "DejaVu Sans Mono", monospace';

/** An xterm.js terminal for one console: it fills its element, follows its size, and keeps our keys from the guest. */
export class ConsoleTerminal {
  readonly #terminal: Terminal;
  readonly #fit = new FitAddon();
  readonly #search = new SearchAddon();
  readonly #observer: ResizeObserver;
  #dark: boolean;
  #disposed = false;

  constructor({ element, describedBy, mayAnswer, onInput, onCommand, ...look }: TerminalOptions) {
    this.#dark = look.dark;
    this.#terminal = new Terminal({
      allowProposedApi: true,
      cursorBlink: false,
      fontFamily,
      linkHandler: linkHandler(element),
      minimumContrastRatio: 4.5,
      scrollback: 10_000,
      ...optionsOf(look),
    });
    muteAnswers(this.#terminal.parser, mayAnswer);
    this.#terminal.loadAddon(this.#fit);
    this.#terminal.loadAddon(this.#search);
    this.#terminal.open(element);
    this.#terminal.textarea?.setAttribute("aria-label", "Serial console");
    this.#terminal.textarea?.setAttribute("aria-describedby", describedBy);
    this.#terminal.onData(onInput);
    this.#terminal.onBinary((data) => onInput(Uint8Array.from(data, (character) => character.charCodeAt(0))));
    this.#terminal.attachCustomKeyEventHandler((event) => this.#passToGuest(event, onCommand));
    this.#observer = new ResizeObserver(() => this.#fit.fit());
    this.#observer.observe(element);
    void drawByGraphicsCard(this.#terminal, () => this.#disposed);
    // The font may come after the first measure.
    void document.fonts.load(`${look.fontSize}px ${fontFamily}`).then(() => this.#measureAnew());
  }

  /** `drawn` is called when the terminal has worked the bytes in. */
  write(bytes: Uint8Array, drawn: () => void): void {
    this.#terminal.write(bytes, drawn);
  }

  change(look: TerminalLook): void {
    this.#dark = look.dark;
    Object.assign(this.#terminal.options, optionsOf(look));
    this.#fit.fit();
  }

  focus(): void {
    this.#terminal.focus();
  }

  /** Types what was copied elsewhere, as a paste where the guest's program wants to know. */
  paste(text: string): void {
    this.#terminal.paste(text);
  }

  get selection(): string {
    return this.#terminal.getSelection();
  }

  get size(): { columns: number; rows: number } {
    return { columns: this.#terminal.cols, rows: this.#terminal.rows };
  }

  /** Forgets what scrolled away; the line of the cursor stays. The server's copy is not touched. */
  clear(): void {
    this.#terminal.clear();
  }

  /** Selects the next occurrence, upwards where `back`; false when there is none. */
  find(text: string, back: boolean): boolean {
    const options = { decorations: searchColors(this.#dark) };
    return back ? this.#search.findPrevious(text, options) : this.#search.findNext(text, options);
  }

  stopFinding(): void {
    this.#search.clearDecorations();
  }

  dispose(): void {
    this.#disposed = true;
    this.#observer.disconnect();
    this.#terminal.dispose();
  }

  #passToGuest(event: KeyboardEvent, onCommand: TerminalOptions["onCommand"]): boolean {
    const command = readKey(event);
    if (command === null) return true;
    // The browser pastes by itself: so it needs no permission to read the clipboard.
    if (command === "paste") return false;
    event.preventDefault();
    if (event.type === "keydown") onCommand(command);
    return false;
  }

  #measureAnew(): void {
    if (this.#disposed) return;
    // xterm measures a font only when its name changes.
    this.#terminal.options.fontFamily = "monospace";
    this.#terminal.options.fontFamily = fontFamily;
    this.#fit.fit();
  }
}

function optionsOf({ dark, fontSize, screenReader }: TerminalLook) {
  return { theme: terminalColors(dark), fontSize, screenReaderMode: screenReader };
}
