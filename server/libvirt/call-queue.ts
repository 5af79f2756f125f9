/** A call on its way: waiting for its turn, sent, or given up by its caller while libvirt still works on it. */
export interface QueuedCall {
  readonly serial: number;
  readonly frame: Buffer;
  /** Its caller has an answer, or has given up. */
  settled: boolean;
  /** Takes the reply. Throws an XdrError where it cannot be read. */
  onReply(status: number, payload: Buffer): void;
  /** Tells the caller that no reply will come. */
  fail(error: Error): void;
}

/** Places of calls that have gone are given back in one go, not one by one. */
const compactAfter = 1024;

/**
 * Lets at most `maximumInFlight` calls be with libvirt at a time. libvirtd stops reading a connection that has
 * `max_client_requests` (by default 5) calls open, keepalive included. So a call whose caller gave up keeps its place
 * until libvirt answers it: to libvirt it is still open.
 */
export class CallQueue {
  private readonly inFlight = new Map<number, QueuedCall>();
  private waiting: QueuedCall[] = [];
  private head = 0;

  constructor(
    private readonly maximumInFlight: number,
    private readonly send: (frame: Buffer) => void,
  ) {}

  add(call: QueuedCall): void {
    this.waiting.push(call);
    this.sendNext();
  }

  /** Takes the call that libvirt answered with `serial` out, if there is one, and sends the next. */
  take(serial: number): QueuedCall | undefined {
    const call = this.inFlight.get(serial);
    if (call === undefined) return undefined;
    this.inFlight.delete(serial);
    this.sendNext();
    return call;
  }

  failAll(error: Error): void {
    const calls = [...this.inFlight.values(), ...this.waiting.slice(this.head)];
    this.inFlight.clear();
    this.waiting = [];
    this.head = 0;
    for (const call of calls) call.fail(error);
  }

  private sendNext(): void {
    while (this.inFlight.size < this.maximumInFlight) {
      const call = this.nextWaiting();
      if (call === undefined) return;
      this.inFlight.set(call.serial, call);
      this.send(call.frame);
    }
  }

  /** The first in line whose caller has not given up. */
  private nextWaiting(): QueuedCall | undefined {
    while (this.head < this.waiting.length) {
      const call = this.waiting[this.head];
      this.head += 1;
      if (this.head >= compactAfter) this.compact();
      if (call?.settled === false) return call;
    }
    this.compact();
    return undefined;
  }

  private compact(): void {
    this.waiting = this.waiting.slice(this.head);
    this.head = 0;
  }
}
