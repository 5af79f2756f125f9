import { programs } from "./protocol/procedures.gen";
import { type Frame, type FrameHeader, frameStatus, frameType } from "./wire/frame";

/** `enum keepalive_procedure` of libvirt's `virkeepaliveprotocol.x`. */
const procedure = { PING: 1, PONG: 2 } as const;

/** As libvirt's own client: this many pings without a sign of life mean that the other side is gone. */
const maximumMissed = 5;

export interface KeepAliveLink {
  send(header: FrameHeader): void;
  /** Grows whenever anything is received. */
  received(): number;
  /** No reading goes on now, or no answer to a ping can be expected. */
  suspended(): boolean;
  /** The other side has given no sign of life. */
  onDead(silentSeconds: number): void;
}

/** Answers the daemon's pings, and sends our own whenever the daemon has been silent for an interval. */
export class KeepAlive {
  #timer: NodeJS.Timeout | undefined;
  #seen = 0;
  #missed = 0;

  readonly #link: KeepAliveLink;

  constructor(link: KeepAliveLink) {
    this.#link = link;
  }

  /** @param seconds between pings; 0 sends none. */
  start(seconds: number): void {
    if (seconds > 0) this.#timer = setInterval(() => this.#check(seconds), seconds * 1000);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  receive(frame: Frame): void {
    if (frame.procedure === procedure.PING) this.#link.send(header(procedure.PONG));
  }

  #check(seconds: number): void {
    const received = this.#link.received();
    const alive = received !== this.#seen || this.#link.suspended();
    this.#seen = received;
    this.#missed = alive ? 0 : this.#missed + 1;
    if (this.#missed > maximumMissed) this.#link.onDead(seconds * this.#missed);
    else if (this.#missed > 0) this.#link.send(header(procedure.PING));
  }
}

function header(number: number): FrameHeader {
  return {
    program: programs.KEEPALIVE,
    procedure: number,
    type: frameType.MESSAGE,
    serial: 0,
    status: frameStatus.OK,
  };
}
