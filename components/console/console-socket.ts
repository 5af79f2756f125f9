import {
  type BrowserControl,
  type ConsoleState,
  closeCodes,
  freeKeyboard,
  type KeyboardState,
  maximumInputFrame,
  parseServerControl,
  type ServerControl,
} from "@/server/console/protocol.schema";
import { AckBatch } from "./ack-batch";
import { type SocketAccess, TicketedLink } from "./ticketed-link";

/** What is known of a console, for the page to show. */
export interface ConsoleStatus {
  /** "waiting": it will be tried again by itself; "closed": only when somebody asks. */
  link: "connecting" | "open" | "waiting" | "closed";
  /** What the server last said of the guest's end; null before its first word. */
  state: ConsoleState | null;
  /** Why it is so, for people. */
  message: string | null;
  readOnly: boolean;
  /** This page's name in the list of the console's viewers; null before it is let in. */
  viewerId: string | null;
  keyboard: KeyboardState;
  /** Terminals that show this console now, this one among them. */
  viewers: number;
  /** Bytes of output that this page never got because it fell too far behind. */
  skipped: number;
}

export interface ConsoleSocketOptions extends SocketAccess {
  /** Takes what the guest printed; `drawn` is to be called once, when the terminal has worked it in. */
  onOutput(bytes: Uint8Array, drawn: () => void): void;
  onStatus(status: ConsoleStatus): void;
  readOnly?: boolean;
}

const finalCodes: readonly number[] = [
  closeCodes.badFrame,
  closeCodes.vmRemoved,
  closeCodes.disconnected,
  closeCodes.tooMany,
];
export const initialStatus: ConsoleStatus = {
  link: "connecting",
  state: null,
  message: null,
  readOnly: false,
  viewerId: null,
  keyboard: freeKeyboard,
  viewers: 0,
  skipped: 0,
};

/** Whether what is typed here goes to the guest, as far as this page knows: the server goes by what it knows itself. */
export function mayType({ readOnly, keyboard }: Pick<ConsoleStatus, "readOnly" | "keyboard">): boolean {
  return !readOnly && keyboard.holder !== "other";
}

/**
 * A page's end of a console. It connects with a fresh ticket, and again when the connection is lost, going on with
 * the byte after the last one it got. It acknowledges what was drawn, so that the server sends no faster.
 */
export class ConsoleSocket {
  status: ConsoleStatus = initialStatus;
  readonly #options: ConsoleSocketOptions;
  readonly #acks: AckBatch;
  readonly #link: TicketedLink;
  #epoch: string | null = null;
  /** Offset of the next byte to come. */
  #received = 0;
  #drawn = 0;
  #liveOffset = 0;
  #chosenToAnswer = false;

  constructor(options: ConsoleSocketOptions) {
    this.#options = options;
    this.status = { ...initialStatus, readOnly: options.readOnly ?? false };
    this.#acks = new AckBatch((offset) => this.#send({ type: "ack", offset }));
    this.#link = new TicketedLink({
      access: options,
      finalCodes,
      readOnly: this.status.readOnly,
      resume: () => (this.#epoch === null ? null : { epoch: this.#epoch, offset: this.#received }),
      onBytes: (bytes) => this.#take(new Uint8Array(bytes)),
      onControl: (text) => this.#obey(parseServerControl(text)),
      onChange: (change) => this.#tell(change),
      onDropped: () => undefined,
    });
  }

  /**
   * Whether this terminal is to answer the guest's queries in what it draws now: not those of the past, and not
   * when another terminal does.
   */
  get mayAnswer(): boolean {
    return this.#chosenToAnswer && this.#drawn >= this.#liveOffset;
  }

  /** Connects now, also when the next try is a while away. */
  connect(): void {
    this.#link.connect();
  }

  /** Ends it for good. */
  close(): void {
    this.#link.drop();
    this.#acks.clear();
  }

  /** Sends what was typed or pasted; false when there is nobody to take it. */
  type(input: string | Uint8Array): boolean {
    const { link, state } = this.status;
    if (!this.#link.isConnected || link !== "open" || state !== "connected" || !mayType(this.status))
      return false;
    const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
    for (let at = 0; at < bytes.length; at += maximumInputFrame) {
      this.#link.send(bytes.slice(at, at + maximumInputFrame));
    }
    return true;
  }

  /** Asks the server to end whoever else holds the console. */
  takeOver(): void {
    this.#send({ type: "take-over" });
  }

  /** Connects anew with the right to type, or without it. */
  setReadOnly(readOnly: boolean): void {
    this.#link.setReadOnly(readOnly);
  }

  /** While held, nothing is acknowledged: the guest does not wait for a page that nobody sees. */
  holdAcknowledgements(held: boolean): void {
    this.#acks.hold(held);
  }

  #take(bytes: Uint8Array): void {
    // History and presence never share a write: the terminal may answer the one and not the other.
    const history = Math.max(0, Math.min(bytes.length, this.#liveOffset - this.#received));
    this.#draw(bytes.subarray(0, history));
    this.#draw(bytes.subarray(history));
  }

  #draw(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#received += bytes.length;
    const [epoch, offset] = [this.#epoch, this.#received];
    this.#options.onOutput(bytes, () => {
      if (epoch !== this.#epoch) return;
      this.#drawn = offset;
      this.#acks.drawn(offset);
    });
  }

  #obey(control: ServerControl | null): void {
    if (control?.type === "opened") this.#opened(control);
    else if (control?.type === "state") this.#tell({ state: control.state, message: control.message });
    else if (control?.type === "keyboard") this.#tell({ keyboard: control });
    else if (control?.type === "gap") {
      this.#received = control.offset;
      this.#tell({ skipped: this.status.skipped + control.skipped });
    } else if (control?.type === "viewers") {
      this.#chosenToAnswer = control.answers;
      this.#tell({ viewers: control.count });
    }
  }

  #opened(opened: ServerControl & { type: "opened" }): void {
    const { epoch, offset, liveOffset, readOnly, viewerId, state, message } = opened;
    if (epoch !== this.#epoch) this.#drawn = offset;
    this.#epoch = epoch;
    this.#received = offset;
    this.#liveOffset = liveOffset;
    this.#acks.clear();
    this.#link.opened();
    this.#tell({ link: "open", state, message, readOnly, viewerId, keyboard: freeKeyboard });
  }

  #send(control: BrowserControl): void {
    if (this.status.link === "open") this.#link.send(JSON.stringify(control));
  }

  #tell(change: Partial<ConsoleStatus>): void {
    this.status = { ...this.status, ...change };
    this.#options.onStatus(this.status);
  }
}
