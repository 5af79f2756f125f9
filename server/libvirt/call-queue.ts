import { Deadlines } from "./deadlines";
import type { Frame } from "./wire/frame";
import { XdrError } from "./wire/xdr-error";
import type { XdrWriter } from "./wire/xdr-writer";

/** A call on its way: waiting for its turn, sent, or given up by its caller while libvirt still works on it. */
export interface QueuedCall {
  readonly serial: number;
  readonly procedure: { program: number; number: number };
  /** When it is given up, of `performance.now()`. */
  readonly deadline: number;
  /** Its caller has an answer, or has given up. */
  readonly settled: boolean;
  /** When it was sent, of `performance.now()`; null while it waits for its turn. */
  sentAt: number | null;
  /** An XdrError where an argument is over a bound of the protocol. */
  writeArguments(writer: XdrWriter): void;
  /** Takes the reply. An XdrError where it cannot be read; its caller is told before. */
  receive(frame: Frame): void;
  /** Tells the caller that no answer will come. */
  fail(error: Error): void;
  timeOut(): void;
}

/** Places of calls that have gone are given back in one go, not one by one. */
const compactAfter = 1024;

/**
 * Lets at most `maximumInFlight` calls be with libvirt at a time. libvirtd stops reading a connection that has
 * `max_client_requests` (by default 5) calls open, keepalive included. So a call whose caller gave up keeps its place
 * until libvirt answers it: to libvirt it is still open.
 */
export class CallQueue {
  readonly #inFlight = new Map<number, QueuedCall>();
  readonly #deadlines = new Deadlines();
  #waiting: QueuedCall[] = [];
  #head = 0;

  readonly #maximumInFlight: number;
  readonly #send: (call: QueuedCall) => void;

  /** @param send throws an XdrError where the call cannot be written. */
  constructor(maximumInFlight: number, send: (call: QueuedCall) => void) {
    this.#maximumInFlight = maximumInFlight;
    this.#send = send;
  }

  /** When the call that libvirt has kept longest was sent, of `performance.now()`; null where it has answered all. */
  get oldestSentAt(): number | null {
    for (const { sentAt } of this.#inFlight.values()) return sentAt;
    return null;
  }

  add(call: QueuedCall): void {
    this.#deadlines.add(call);
    this.#waiting.push(call);
    this.#sendNext();
  }

  /** Takes the call that libvirt answered with `serial` out, if there is one, and sends the next. */
  take(serial: number): QueuedCall | undefined {
    const call = this.#inFlight.get(serial);
    if (call === undefined) return undefined;
    this.#inFlight.delete(serial);
    this.#deadlines.delete(call);
    this.#sendNext();
    return call;
  }

  /** Tells all callers that no answer will come. */
  failAll(error: Error): void {
    const calls = [...this.#inFlight.values(), ...this.#waiting.slice(this.#head)];
    this.#inFlight.clear();
    this.#waiting = [];
    this.#head = 0;
    this.#deadlines.clear();
    for (const call of calls) call.fail(error);
  }

  #sendNext(): void {
    while (this.#inFlight.size < this.#maximumInFlight) {
      const call = this.#nextWaiting();
      if (call === undefined) return;
      this.#sendNow(call);
    }
  }

  #sendNow(call: QueuedCall): void {
    this.#inFlight.set(call.serial, call);
    call.sentAt = performance.now();
    try {
      this.#send(call);
    } catch (error) {
      this.#inFlight.delete(call.serial);
      this.#deadlines.delete(call);
      if (!(error instanceof XdrError)) throw error;
      call.fail(error);
    }
  }

  /** The first in line whose caller has not given up. */
  #nextWaiting(): QueuedCall | undefined {
    while (this.#head < this.#waiting.length) {
      const call = this.#waiting[this.#head];
      this.#head += 1;
      if (this.#head >= compactAfter) this.#compact();
      if (call?.settled === false) return call;
      if (call !== undefined) this.#deadlines.delete(call);
    }
    this.#waiting.length = 0;
    this.#head = 0;
    return undefined;
  }

  #compact(): void {
    this.#waiting = this.#waiting.slice(this.#head);
    this.#head = 0;
  }
}
