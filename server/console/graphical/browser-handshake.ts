import { MalformedInput } from "./malformed-input";

/** What the browser hears first: the version of the protocol, which it has to repeat. */
export const greeting = Buffer.from("RFB 003.008\n");
const noSecurity = 1;
/** One type on offer, and that it was let in. */
const securityTypes = Buffer.of(1, noSecurity);
const letIn = Buffer.alloc(4);
/** ClientInit: other viewers stay. */
const shared = Buffer.of(1);

/** What comes of some bytes from the browser. */
export interface HandshakeStep {
  toBrowser: Buffer[];
  toGuest: Buffer[];
  /** What followed the handshake; null while it goes on. */
  rest: Buffer | null;
}

/**
 * The server's part of VNC's handshake with a browser (RFC 6143, 7.1), as the one with the guest was held already. The
 * browser is asked for nothing; it showed its ticket. Whatever it says, it never throws others out.
 */
export class BrowserHandshake {
  #received: Buffer = Buffer.alloc(0);
  #stage = 0;

  /** Throws a MalformedInput where the browser speaks no VNC. */
  push(chunk: Buffer): HandshakeStep {
    this.#received = Buffer.concat([this.#received, chunk]);
    const step: HandshakeStep = { toBrowser: [], toGuest: [], rest: null };
    if (this.#stage === 0) this.#readVersion(step);
    if (this.#stage === 1) this.#readSecurity(step);
    if (this.#stage === 2) this.#readInit(step);
    return step;
  }

  #readVersion({ toBrowser }: HandshakeStep): void {
    const answer = this.#take(greeting.length);
    if (answer === null) return;
    if (!answer.equals(greeting)) throw new MalformedInput("another version than the one on offer");
    toBrowser.push(securityTypes);
    this.#stage = 1;
  }

  #readSecurity({ toBrowser }: HandshakeStep): void {
    const answer = this.#take(1);
    if (answer === null) return;
    if (answer[0] !== noSecurity) throw new MalformedInput("a security type that was not on offer");
    toBrowser.push(letIn);
    this.#stage = 2;
  }

  #readInit(step: HandshakeStep): void {
    if (this.#take(1) === null) return;
    step.toGuest.push(shared);
    step.rest = this.#received;
    this.#stage = 3;
  }

  #take(length: number): Buffer | null {
    if (this.#received.length < length) return null;
    const taken = this.#received.subarray(0, length);
    this.#received = this.#received.subarray(length);
    return taken;
  }
}
