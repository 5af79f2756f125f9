import type { OpenFrame } from "@/server/console/protocol.schema";
import { Heartbeat } from "./heartbeat";
import { defaultRetryDelay } from "./retry-delay";

/** A ticket was refused in a way that trying again will not change. */
export class ConsoleRefused extends Error {}

/** How a page gets at a socket of the server's. */
export interface SocketAccess {
  /** "wss://host/ws/console". */
  url: string;
  /** Fetches a ticket. A rejection is tried again, unless it is a {@link ConsoleRefused}. */
  ticket(readOnly: boolean): Promise<string>;
  /** Opens a socket; a browser's own where left out. */
  connect?: (url: string, ticket: string) => WebSocket;
  /** Milliseconds before the n-th try in a row, from 0 on. */
  retryDelay?: (attempt: number) => number;
}

/** What becomes of a connection by itself. "waiting": it will be tried again; "closed": only when somebody asks. */
export type LinkChange =
  | { link: "connecting" }
  | { readOnly: true }
  /** Why it is so, for people. */
  | { link: "waiting" | "closed"; message: string | null; viewers: 0 };

export interface TicketedLinkOptions {
  access: SocketAccess;
  /** Codes by which the server closes for good. */
  finalCodes: readonly number[];
  /** Whether the first ticket is to be one for looking only. */
  readOnly: boolean;
  /** Where a new connection goes on; null from the beginning. */
  resume(): OpenFrame["resume"];
  onBytes(bytes: ArrayBuffer): void;
  onControl(text: string): void;
  onChange(change: LinkChange): void;
  /** What came over the connection, if there was one, is over. */
  onDropped(): void;
}

/**
 * A connection that is opened by a ticket: it connects with a fresh one, and again when it is lost or goes silent, until
 * the server says that there is no use in it.
 */
export class TicketedLink {
  readonly #options: TicketedLinkOptions;
  readonly #heartbeat: Heartbeat;
  #socket: WebSocket | null = null;
  #attempt = 0;
  #readOnly: boolean;
  /** Counts the tries ever made, so that one that was given up knows it. */
  #generation = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The server's own words, which come before it closes. */
  #refusal: string | null = null;

  constructor(options: TicketedLinkOptions) {
    this.#options = options;
    this.#readOnly = options.readOnly;
    this.#heartbeat = new Heartbeat({
      ping: () => this.#socket?.send('{"type":"ping"}'),
      idle: () => this.#socket?.bufferedAmount === 0,
      dead: () => this.#lost("The connection went silent."),
    });
  }

  /** Connects now, also when the next try is a while away. */
  connect(): void {
    this.drop();
    void this.#try();
  }

  /**
   * Connects anew with the right to type, or without it. That it is given up is told at once; that it is there again, only by the
   * server's word: what is typed before is lost.
   */
  setReadOnly(readOnly: boolean): void {
    this.#readOnly = readOnly;
    if (readOnly) this.#options.onChange({ readOnly });
    this.connect();
  }

  /** The server has let this page in. */
  opened(): void {
    this.#attempt = 0;
    this.#heartbeat.start();
  }

  /** The server has said why it is going to close. */
  refused(message: string): void {
    this.#refusal = message;
  }

  /** Whether there is anybody to send to. */
  get isConnected(): boolean {
    return this.#socket !== null;
  }

  send(data: string | Uint8Array<ArrayBuffer>): void {
    this.#socket?.send(data);
  }

  /** Lets go of the socket and of every try that is under way. */
  drop(): void {
    this.#generation++;
    clearTimeout(this.#timer);
    this.#heartbeat.stop();
    const socket = this.#socket;
    this.#socket = null;
    this.#options.onDropped();
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  async #try(): Promise<void> {
    const { access, onChange } = this.#options;
    const generation = ++this.#generation;
    onChange({ link: "connecting" });
    try {
      const ticket = await access.ticket(this.#readOnly);
      if (generation === this.#generation) this.#open(ticket);
    } catch (error) {
      if (generation !== this.#generation) return;
      const message = error instanceof Error ? error.message : null;
      if (error instanceof ConsoleRefused) this.#end(message);
      else this.#lost(message);
    }
  }

  #open(ticket: string): void {
    const { access, finalCodes, resume, onBytes, onControl } = this.#options;
    const connect = access.connect ?? ((url) => new WebSocket(url));
    const socket = connect(access.url, ticket);
    this.#socket = socket;
    this.#refusal = null;
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      socket.send(JSON.stringify({ type: "open", ticket, resume: resume() } satisfies OpenFrame));
    };
    socket.onmessage = ({ data }) => {
      this.#heartbeat.heard();
      if (data instanceof ArrayBuffer) onBytes(data);
      else onControl(String(data));
    };
    socket.onclose = ({ code, reason }) => {
      const message = this.#refusal ?? (reason === "" ? null : reason);
      if (finalCodes.includes(code)) this.#end(message);
      else this.#lost(message);
    };
  }

  #lost(message: string | null): void {
    this.drop();
    const delay = (this.#options.access.retryDelay ?? defaultRetryDelay)(this.#attempt++);
    this.#timer = setTimeout(() => void this.#try(), delay);
    this.#options.onChange({ link: "waiting", message, viewers: 0 });
  }

  #end(message: string | null): void {
    this.drop();
    this.#options.onChange({ link: "closed", message, viewers: 0 });
  }
}
