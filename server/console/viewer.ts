import type { RawData, WebSocket } from "ws";
import type { ConsoleLimits } from "./limits";
import type { Seat } from "./people/seat";
import { closeCodes, maximumInputFrame, parseBrowserControl, type ServerControl } from "./protocol.schema";
import type { Scrollback } from "./scrollback";

/** What a viewer tells its session. */
export interface ViewerEvents {
  onInput(bytes: Buffer): void;
  onAcknowledged(): void;
  onTakeOver(): void;
  onClosed(): void;
}

export interface ViewerOptions {
  socket: WebSocket;
  scrollback: Scrollback;
  limits: ConsoleLimits;
  /** Offset of the first byte that it wants. */
  from: number;
  /** Says whether what its browser sends goes to the guest. */
  seat: Pick<Seat, "mayType" | "mayTakeOver" | "typed">;
  events: ViewerEvents;
  /** Milliseconds of a clock that never goes back. */
  now: () => number;
}

/**
 * One browser that watches a console: a cursor into the scrollback, moved as far as the socket takes frames and the
 * browser acknowledges them. It holds at most {@link ConsoleLimits.piecesHigh} pieces of memory, however slow it is.
 */
export class Viewer {
  readonly #seat: ViewerOptions["seat"];
  readonly #socket: WebSocket;
  readonly #scrollback: Scrollback;
  readonly #limits: ConsoleLimits;
  readonly #now: () => number;
  #cursor: number;
  #acknowledged: number;
  #piecesUnderWay = 0;
  #sentAt = Number.NEGATIVE_INFINITY;
  #gathering: NodeJS.Timeout | undefined;
  /** Since when it owes an acknowledgement; null when it owes none. */
  #owesSince: number | null = null;

  constructor({ socket, scrollback, limits, from, seat, events, now }: ViewerOptions) {
    this.#socket = socket;
    this.#scrollback = scrollback;
    this.#limits = limits;
    this.#cursor = from;
    this.#acknowledged = from;
    this.#now = now;
    this.#seat = seat;
    socket.on("message", (data, isBinary) => this.#receive(data, isBinary, events));
    socket.on("close", () => {
      clearTimeout(this.#gathering);
      events.onClosed();
    });
    // ws closes the socket after an error and says so by "close".
    socket.on("error", () => undefined);
  }

  /** Whether what its browser sends goes to the guest now. */
  get mayType(): boolean {
    return this.#seat.mayType;
  }

  /** Bytes that the guest printed and this viewer has not drawn yet. */
  get lag(): number {
    return this.#scrollback.end - this.#acknowledged;
  }

  /** When it counts as stalled unless it acknowledges something before; null when it owes nothing. */
  get stallsAt(): number | null {
    return this.#owesSince === null ? null : this.#owesSince + this.#limits.stalledAfter;
  }

  tell(message: ServerControl): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    // Only a dead browser leaves so much unread; it may come again and go on where it was.
    if (this.#socket.bufferedAmount > this.#limits.unread) this.#socket.terminate();
    else this.#socket.send(JSON.stringify(message));
  }

  /** Sends what there is, as far as window and socket allow. */
  pump(): void {
    while (this.#maySend() && !this.#gathers()) this.#sendPiece();
  }

  /** Stops reading what the browser types, until {@link release}. */
  hold(): void {
    this.#socket.pause();
  }

  release(): void {
    this.#socket.resume();
  }

  close(code: number, reason: string): void {
    // A paused socket would not read the other side's goodbye.
    this.#socket.resume();
    this.#socket.close(code, reason);
  }

  #maySend(): boolean {
    return (
      this.#cursor < this.#scrollback.end &&
      this.#cursor - this.#acknowledged < this.#limits.window &&
      this.#piecesUnderWay < this.#limits.piecesHigh &&
      this.#socket.readyState === this.#socket.OPEN
    );
  }

  /** Whether a bit of output waits for more, since one has just gone. What comes after a silence never waits. */
  #gathers(): boolean {
    if (this.#scrollback.end - this.#cursor >= this.#limits.piece) return false;
    const wait = this.#sentAt + this.#limits.gather - this.#now();
    if (wait <= 0) return false;
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      this.pump();
    }, wait);
    return true;
  }

  #sendPiece(): void {
    const room = this.#limits.window - (this.#cursor - this.#acknowledged);
    const { skipped, offset, bytes } = this.#scrollback.read(
      this.#cursor,
      Math.min(this.#limits.piece, room),
    );
    if (skipped > 0) {
      this.tell({ type: "gap", skipped, offset });
      // What was never sent will not be acknowledged.
      this.#acknowledged += skipped;
    }
    this.#cursor = offset + bytes.length;
    this.#sentAt = this.#now();
    this.#owesSince ??= this.#sentAt;
    this.#piecesUnderWay++;
    this.#socket.send(bytes, () => {
      this.#piecesUnderWay--;
      if (this.#piecesUnderWay <= this.#limits.piecesLow) this.pump();
    });
  }

  #receive(data: RawData, isBinary: boolean, events: ViewerEvents): void {
    const bytes = asBuffer(data);
    if (bytes.length > maximumInputFrame) this.close(closeCodes.badFrame, "A frame was too large.");
    else if (!isBinary) this.#obey(bytes.toString(), events);
    else if (this.#seat.mayType) {
      this.#seat.typed();
      events.onInput(bytes);
    }
  }

  #obey(text: string, events: ViewerEvents): void {
    const control = parseBrowserControl(text);
    if (control === null) this.close(closeCodes.badFrame, "A control message was malformed.");
    else if (control.type === "ack") this.#acknowledge(control.offset, events);
    else if (control.type === "ping") this.tell({ type: "pong" });
    else if (this.#seat.mayTakeOver) events.onTakeOver();
  }

  #acknowledge(offset: number, events: ViewerEvents): void {
    if (offset <= this.#acknowledged || offset > this.#cursor) return;
    this.#acknowledged = offset;
    this.#owesSince = offset === this.#cursor ? null : this.#now();
    this.pump();
    events.onAcknowledged();
  }
}

/** A frame's bytes, whatever shape ws gives them. */
export function asBuffer(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}
