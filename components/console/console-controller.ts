import { ConsoleSocket, type ConsoleStatus } from "./console-socket";
import { ConsoleTerminal, type TerminalLook, type TerminalOptions } from "./terminal/console-terminal";
import type { SocketAccess } from "./ticketed-link";

export interface ControllerOptions extends Omit<TerminalOptions, "mayAnswer" | "onInput"> {
  /** How its socket is opened. */
  opener: SocketAccess;
  /** Whoever looks may not type there. */
  watchOnly: boolean;
  onStatus: (status: ConsoleStatus) => void;
}

/** A terminal in the page and the connection behind it, from the moment it is shown until it is left. */
export class ConsoleController {
  readonly terminal: ConsoleTerminal;
  readonly #socket: ConsoleSocket;
  readonly #stop = new AbortController();

  constructor({ opener, watchOnly, onStatus, ...options }: ControllerOptions) {
    this.terminal = new ConsoleTerminal({
      ...options,
      mayAnswer: () => this.#socket.mayAnswer,
      onInput: (input) => void this.#socket.type(input),
    });
    this.#socket = new ConsoleSocket({
      ...opener,
      readOnly: watchOnly,
      onOutput: (bytes, drawn) => this.terminal.write(bytes, drawn),
      onStatus,
    });
    this.#listen();
    this.#socket.connect();
  }

  change(look: TerminalLook): void {
    this.terminal.change(look);
  }

  connect(): void {
    this.#socket.connect();
  }

  takeOver(): void {
    this.#socket.takeOver();
  }

  setReadOnly(readOnly: boolean): void {
    this.#socket.setReadOnly(readOnly);
  }

  /**
   * Types, without Enter, the command by which a guest's shell learns how large the terminal is: a serial line tells
   * it nothing, and it takes 80 columns for granted.
   */
  typeSize(): void {
    const { columns, rows } = this.terminal.size;
    this.#socket.type(`stty rows ${rows} cols ${columns}`);
    this.terminal.focus();
  }

  close(): void {
    this.#stop.abort();
    this.#socket.close();
    this.terminal.dispose();
  }

  #listen(): void {
    const { signal } = this.#stop;
    const whenSeen = () => this.#socket.holdAcknowledgements(document.visibilityState === "hidden");
    whenSeen();
    document.addEventListener("visibilitychange", whenSeen, { signal });
    const whenOnline = () => {
      if (this.#socket.status.link === "waiting") this.#socket.connect();
    };
    window.addEventListener("online", whenOnline, { signal });
  }
}
