import type { Duplex } from "node:stream";
import type { RawData, WebSocket } from "ws";
import { nameFor } from "../people/person";
import type { Seat } from "../people/seat";
import { asBuffer } from "../viewer";
import { BrowserHandshake, greeting } from "./browser-handshake";
import { ClientInput } from "./client-input";
import type { GraphicalLimits } from "./limits";
import { MalformedInput } from "./malformed-input";
import { type GraphicalServerControl, graphicalCloseCodes, isPing } from "./protocol.schema";

export interface ScreenBridgeOptions {
  socket: WebSocket;
  /** Let in, and waiting for ClientInit. */
  guest: Duplex;
  /** Says whether what the browser sends goes to the guest. */
  seat: Seat;
  limits: Pick<GraphicalLimits, "waitingHigh" | "waitingLow">;
}

/**
 * One browser and its own connection to a guest's screen. Bytes pass both ways as they come; whichever side does not
 * take them is waited for, so that a stalled viewer holds a bounded amount of memory and holds up nobody else.
 */
export class ScreenBridge {
  readonly #socket: WebSocket;
  readonly #guest: Duplex;
  readonly #limits: ScreenBridgeOptions["limits"];
  readonly #input: ClientInput;
  #handshake: BrowserHandshake | null = new BrowserHandshake();

  constructor({ socket, guest, seat, limits }: ScreenBridgeOptions) {
    this.#socket = socket;
    this.#guest = guest;
    this.#limits = limits;
    this.#input = new ClientInput(seat);
    this.tell({ type: "opened", readOnly: seat.readOnly, viewerId: seat.id });
    this.#listenToKeyboard(seat);
    this.#listenToGuest();
    socket.on("message", (data, isBinary) => this.#receive(data, isBinary));
    socket.once("close", () => guest.destroy());
    socket.send(greeting);
  }

  tell(message: GraphicalServerControl): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  close(code: number, reason: string): void {
    // A paused socket would not read the other side's goodbye.
    this.#socket.resume();
    this.#socket.close(code, reason);
    this.#guest.destroy();
  }

  /** Who may not type any more lets go of what they hold down. */
  #listenToKeyboard(seat: Seat): void {
    const tell = () => {
      const keyboard = seat.keyboard((holder) => nameFor(seat.person, holder, seat.place));
      this.tell({ type: "keyboard", ...keyboard });
    };
    if (seat.keyboardIsAnothers) tell();
    seat.onKeyboard = () => {
      if (!seat.mayType) for (const piece of this.#input.release()) this.#guest.write(piece);
      tell();
    };
  }

  #listenToGuest(): void {
    const guest = this.#guest;
    // "close" follows, and what failed does not matter to a viewer.
    guest.on("error", () => undefined);
    guest.on("data", (chunk: Buffer) => this.#toBrowser(chunk));
    guest.on("drain", () => this.#socket.resume());
    guest.on("end", () => guest.destroy());
    guest.once("close", () => this.close(graphicalCloseCodes.screenClosed, "The VM closed its screen."));
    // It may have ended before anybody listened.
    if (guest.closed) this.close(graphicalCloseCodes.screenClosed, "The VM closed its screen.");
  }

  #toBrowser(chunk: Buffer): void {
    const socket = this.#socket;
    if (socket.readyState !== socket.OPEN) return;
    socket.send(chunk, () => {
      if (this.#guest.isPaused() && socket.bufferedAmount <= this.#limits.waitingLow) this.#guest.resume();
    });
    if (socket.bufferedAmount > this.#limits.waitingHigh) this.#guest.pause();
  }

  #receive(data: RawData, isBinary: boolean): void {
    const bytes = asBuffer(data);
    try {
      if (isBinary) this.#toGuest(bytes);
      else if (isPing(bytes.toString())) this.tell({ type: "pong" });
      else throw new MalformedInput("an unknown control message");
    } catch (error) {
      if (!(error instanceof MalformedInput)) throw error;
      this.close(graphicalCloseCodes.badFrame, "The viewer sent what no VNC viewer sends.");
    }
  }

  #toGuest(bytes: Buffer): void {
    const input = this.#handshake === null ? bytes : this.#shakeHands(this.#handshake, bytes);
    if (input === null) return;
    for (const piece of this.#input.push(input)) this.#guest.write(piece);
    if (this.#guest.writableNeedDrain) this.#socket.pause();
  }

  /** What followed the handshake; null while it goes on. */
  #shakeHands(handshake: BrowserHandshake, bytes: Buffer): Buffer | null {
    const { toBrowser, toGuest, rest } = handshake.push(bytes);
    for (const piece of toBrowser) this.#socket.send(piece);
    for (const piece of toGuest) this.#guest.write(piece);
    if (rest !== null) this.#handshake = null;
    return rest;
  }
}
