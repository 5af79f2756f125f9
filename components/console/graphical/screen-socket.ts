import {
  type GraphicalServerControl,
  graphicalCloseCodes,
  parseGraphicalControl,
} from "@/server/console/graphical/protocol.schema";
import type { OpenFrame } from "@/server/console/protocol.schema";
import { ConsoleRefused } from "../console-socket";
import { Heartbeat } from "../heartbeat";
import { defaultRetryDelay } from "../retry-delay";
import { ScreenChannel } from "./screen-channel";

/** What is known of a screen's connection, for the page to show. */
export interface ScreenStatus {
  /** "idle": nobody asked for it; "waiting": it will be tried again by itself; "closed": only when somebody asks. */
  link: "idle" | "connecting" | "open" | "waiting" | "closed";
  /** Why it is so, for people. */
  message: string | null;
  readOnly: boolean;
  /** Browsers that show this screen now, this one among them. */
  viewers: number;
}

export const initialScreenStatus: ScreenStatus = { link: "idle", message: null, readOnly: false, viewers: 0 };

export interface ScreenSocketOptions {
  /** "wss://host/ws/graphical". */
  url: string;
  /** Fetches a ticket. A rejection is tried again, unless it is a {@link ConsoleRefused}. */
  ticket(readOnly: boolean): Promise<string>;
  /** A connection stands: VNC's handshake may begin. */
  onChannel(channel: ScreenChannel): void;
  /** The channel is of no use any more. */
  onLost(): void;
  onStatus(status: ScreenStatus): void;
  readOnly?: boolean;
  /** Opens a socket; a browser's own where left out. */
  connect?: (url: string) => WebSocket;
  /** Milliseconds before the n-th try in a row, from 0 on. */
  retryDelay?: (attempt: number) => number;
}

const finalCodes: readonly number[] = [
  graphicalCloseCodes.badFrame,
  graphicalCloseCodes.vmRemoved,
  graphicalCloseCodes.noScreen,
  graphicalCloseCodes.tooMany,
];

/** A page's end of a VM's screen. It connects with a fresh ticket, and again when the connection is lost. */
export class ScreenSocket {
  status: ScreenStatus;
  readonly #options: ScreenSocketOptions;
  readonly #heartbeat: Heartbeat;
  #socket: WebSocket | null = null;
  #channel: ScreenChannel | null = null;
  #attempt = 0;
  /** Counts the tries ever made, so that one that was given up knows it. */
  #generation = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The server's own words, which come before it closes. */
  #refusal: string | null = null;

  constructor(options: ScreenSocketOptions) {
    this.#options = options;
    this.status = { ...initialScreenStatus, readOnly: options.readOnly ?? false };
    this.#heartbeat = new Heartbeat({
      ping: () => this.#socket?.send('{"type":"ping"}'),
      idle: () => this.#socket?.bufferedAmount === 0,
      dead: () => this.#lost("The connection went silent."),
    });
  }

  /** Connects now, also when the next try is a while away. */
  connect(): void {
    this.#drop();
    void this.#try();
  }

  /** Lets go until somebody asks again. */
  rest(): void {
    this.#drop();
    this.#tell({ link: "idle", message: null, viewers: 0 });
  }

  /** Connects anew with the right to type, or without it. */
  setReadOnly(readOnly: boolean): void {
    this.#tell({ readOnly });
    this.connect();
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
    this.#refusal = null;
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      socket.send(JSON.stringify({ type: "open", ticket, resume: null } satisfies OpenFrame));
    };
    socket.onmessage = ({ data }) => {
      this.#heartbeat.heard();
      if (data instanceof ArrayBuffer) this.#channel?.receive(data);
      else this.#obey(parseGraphicalControl(String(data)), socket);
    };
    socket.onclose = ({ code, reason }) => {
      const message = this.#refusal ?? (reason === "" ? null : reason);
      if (finalCodes.includes(code)) this.#end(message);
      else this.#lost(message);
    };
  }

  #obey(control: GraphicalServerControl | null, socket: WebSocket): void {
    if (control?.type === "refused") this.#refusal = control.message;
    else if (control?.type === "viewers") this.#tell({ viewers: control.count });
    else if (control?.type === "opened") {
      this.#attempt = 0;
      this.#heartbeat.start();
      this.#channel = new ScreenChannel((bytes) => socket.send(bytes.slice()));
      this.#tell({ link: "open", message: null, readOnly: control.readOnly });
      this.#options.onChannel(this.#channel);
    }
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
    if (this.#channel !== null) {
      this.#channel = null;
      this.#options.onLost();
    }
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #tell(change: Partial<ScreenStatus>): void {
    this.status = { ...this.status, ...change };
    this.#options.onStatus(this.status);
  }
}
