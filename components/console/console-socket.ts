import {
  type BrowserControl,
  type ConsoleState,
  closeCodes,
  maximumInputFrame,
  type OpenFrame,
  parseServerControl,
  type ServerControl,
} from "@/server/console/protocol.schema";
import { AckBatch } from "./ack-batch";
import { Heartbeat } from "./heartbeat";
import { defaultRetryDelay } from "./retry-delay";

/** What is known of a console, for the page to show. */
export interface ConsoleStatus {
  /** "waiting": it will be tried again by itself; "closed": only when somebody asks. */
  link: "connecting" | "open" | "waiting" | "closed";
  /** What the server last said of the guest's end; null before its first word. */
  state: ConsoleState | null;
  /** Why it is so, for people. */
  message: string | null;
  readOnly: boolean;
  /** Terminals that show this console now, this one among them. */
  viewers: number;
  /** Bytes of output that this page never got because it fell too far behind. */
  skipped: number;
}

/** A ticket was refused in a way that trying again will not change. */
export class ConsoleRefused extends Error {}

export interface ConsoleSocketOptions {
  /** "wss://host/ws/console". */
  url: string;
  /** Fetches a ticket. A rejection is tried again, unless it is a {@link ConsoleRefused}. */
  ticket(readOnly: boolean): Promise<string>;
  /** Takes what the guest printed; `drawn` is to be called once, when the terminal has worked it in. */
  onOutput(bytes: Uint8Array, drawn: () => void): void;
  onStatus(status: ConsoleStatus): void;
  readOnly?: boolean;
  /** Opens a socket; a browser's own where left out. */
  connect?: (url: string) => WebSocket;
  /** Milliseconds before the n-th try in a row, from 0 on. */
  retryDelay?: (attempt: number) => number;
}

const finalCodes: readonly number[] = [closeCodes.badFrame, closeCodes.vmRemoved, closeCodes.tooMany];
export const initialStatus: ConsoleStatus = {
  link: "connecting",
  state: null,
  message: null,
  readOnly: false,
  viewers: 0,
  skipped: 0,
};

/**
 * A page's end of a console. It connects with a fresh ticket, and again when the connection is lost, going on with
 * the byte after the last one it got. It acknowledges what was drawn, so that the server sends no faster.
 */
export class ConsoleSocket {
  status: ConsoleStatus = initialStatus;
  readonly #options: ConsoleSocketOptions;
  readonly #acks: AckBatch;
  readonly #heartbeat: Heartbeat;
  #socket: WebSocket | null = null;
  #attempt = 0;
  /** Counts the tries ever made, so that one that was given up knows it. */
  #generation = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
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
    this.#heartbeat = new Heartbeat({
      ping: () => this.#send({ type: "ping" }),
      idle: () => this.#socket?.bufferedAmount === 0,
      dead: () => this.#lost("The connection went silent."),
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
    this.#drop();
    void this.#try();
  }

  /** Ends it for good. */
  close(): void {
    this.#drop();
    this.#acks.clear();
  }

  /** Sends what was typed or pasted; false when there is nobody to take it. */
  type(input: string | Uint8Array): boolean {
    const { link, state, readOnly } = this.status;
    if (this.#socket === null || link !== "open" || state !== "connected" || readOnly) return false;
    const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
    for (let at = 0; at < bytes.length; at += maximumInputFrame) {
      this.#socket.send(bytes.slice(at, at + maximumInputFrame));
    }
    return true;
  }

  /** Asks the server to end whoever else holds the console. */
  takeOver(): void {
    this.#send({ type: "take-over" });
  }

  /** Connects anew with the right to type, or without it. */
  setReadOnly(readOnly: boolean): void {
    this.#tell({ readOnly });
    this.connect();
  }

  /** While held, nothing is acknowledged: the guest does not wait for a page that nobody sees. */
  holdAcknowledgements(held: boolean): void {
    this.#acks.hold(held);
  }

  async #try(): Promise<void> {
    const generation = ++this.#generation;
    this.#tell({ link: "connecting" });
    try {
      const ticket = await this.#options.ticket(this.status.readOnly);
      if (generation === this.#generation) this.#open(ticket);
    } catch (error) {
      if (generation !== this.#generation) return;
      const message = error instanceof Error ? error.message : null;
      if (error instanceof ConsoleRefused) this.#end(message);
      else this.#lost(message);
    }
  }

  #open(ticket: string): void {
    const connect = this.#options.connect ?? ((url) => new WebSocket(url));
    const socket = connect(this.#options.url);
    this.#socket = socket;
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      const resume = this.#epoch === null ? null : { epoch: this.#epoch, offset: this.#received };
      socket.send(JSON.stringify({ type: "open", ticket, resume } satisfies OpenFrame));
    };
    socket.onmessage = ({ data }) => {
      this.#heartbeat.heard();
      if (data instanceof ArrayBuffer) this.#take(new Uint8Array(data));
      else this.#obey(parseServerControl(String(data)));
    };
    socket.onclose = ({ code, reason }) => {
      const message = reason === "" ? null : reason;
      if (finalCodes.includes(code)) this.#end(message);
      else this.#lost(message);
    };
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
    else if (control?.type === "gap") {
      this.#received = control.offset;
      this.#tell({ skipped: this.status.skipped + control.skipped });
    } else if (control?.type === "viewers") {
      this.#chosenToAnswer = control.answers;
      this.#tell({ viewers: control.count });
    }
  }

  #opened({ epoch, offset, liveOffset, readOnly, state, message }: ServerControl & { type: "opened" }): void {
    this.#attempt = 0;
    if (epoch !== this.#epoch) this.#drawn = offset;
    this.#epoch = epoch;
    this.#received = offset;
    this.#liveOffset = liveOffset;
    this.#acks.clear();
    this.#heartbeat.start();
    this.#tell({ link: "open", state, message, readOnly });
  }

  #lost(message: string | null): void {
    this.#drop();
    const delay = (this.#options.retryDelay ?? defaultRetryDelay)(this.#attempt++);
    this.#timer = setTimeout(() => void this.#try(), delay);
    this.#tell({ link: "waiting", message, viewers: 0 });
  }

  #end(message: string | null): void {
    this.#drop();
    this.#tell({ link: "closed", message, viewers: 0 });
  }

  /** Lets go of the socket and of every try that is under way. */
  #drop(): void {
    this.#generation++;
    clearTimeout(this.#timer);
    this.#heartbeat.stop();
    const socket = this.#socket;
    this.#socket = null;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #send(control: BrowserControl): void {
    if (this.status.link === "open") this.#socket?.send(JSON.stringify(control));
  }

  #tell(change: Partial<ConsoleStatus>): void {
    this.status = { ...this.status, ...change };
    this.#options.onStatus(this.status);
  }
}
