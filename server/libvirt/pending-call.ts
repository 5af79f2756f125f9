import type { QueuedCall } from "./call-queue";
import { ConnectionError, LibvirtError } from "./errors";
import type { Procedure } from "./procedure";
import { readNetMessageError } from "./protocol/codecs.gen";
import { type Frame, frameStatus } from "./wire/frame";
import { XdrError } from "./wire/xdr-error";
import { XdrReader } from "./wire/xdr-reader";
import type { XdrWriter } from "./wire/xdr-writer";

export interface CallOptions {
  /** Milliseconds from the call, its wait for a turn included; by default the connection's. 0 waits for ever. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

/** Who waits for a call. */
export interface Caller<Result> {
  resolve(result: Result): void;
  reject(error: Error): void;
  /** libvirt did it after its caller gave up. */
  onLateAnswer?(): void;
}

/** One call on its way: settled once, by the reply, the time limit, its caller's signal or the connection's end. */
export class PendingCall<Arguments, Result> implements QueuedCall {
  settled = false;
  sentAt: number | null = null;
  readonly deadline: number;
  readonly #signal: AbortSignal | undefined;

  readonly #args: Arguments;
  readonly #timeoutMs: number;
  readonly #caller: Caller<Result>;

  constructor(
    readonly name: string,
    readonly serial: number,
    readonly procedure: Procedure<Arguments, Result>,
    args: Arguments,
    timeoutMs: number,
    options: CallOptions | undefined,
    caller: Caller<Result>,
  ) {
    this.#args = args;
    this.#timeoutMs = timeoutMs;
    this.#caller = caller;
    this.deadline = timeoutMs === 0 ? Number.POSITIVE_INFINITY : performance.now() + timeoutMs;
    this.#signal = options?.signal;
    if (this.#signal?.aborted) this.handleEvent();
    else this.#signal?.addEventListener("abort", this, { once: true });
  }

  writeArguments(writer: XdrWriter): void {
    this.procedure.write(writer, this.#args);
  }

  receive(frame: Frame): void {
    if (this.settled) {
      if (frame.status === frameStatus.OK) this.#caller.onLateAnswer?.();
      return;
    }
    try {
      this.#takeReply(frame.status, new XdrReader(frame.bytes, frame.start, frame.end));
    } catch (error) {
      if (error instanceof XdrError) this.fail(this.#unreadable(error));
      throw error;
    }
  }

  fail(error: Error): void {
    if (this.#settle()) this.#caller.reject(error);
  }

  timeOut(): void {
    const { name } = this;
    const timeoutMs = this.#timeoutMs;
    this.fail(new ConnectionError("timeout", `libvirt did not answer ${name} within ${timeoutMs / 1000} s`));
  }

  /** The signal's event. */
  handleEvent(): void {
    const cause: unknown = this.#signal?.reason;
    this.fail(new ConnectionError("aborted", `${this.name} was given up`, { cause }));
  }

  #takeReply(status: number, reader: XdrReader): void {
    if (status === frameStatus.OK) {
      const result = this.procedure.read(reader);
      reader.end();
      if (this.#settle()) this.#caller.resolve(result);
    } else if (status === frameStatus.ERROR) {
      const error = new LibvirtError(readNetMessageError(reader), this.name);
      reader.end();
      this.fail(error);
    } else {
      throw new XdrError(`a reply of status ${status}`);
    }
  }

  #settle(): boolean {
    if (this.settled) return false;
    this.settled = true;
    this.#signal?.removeEventListener("abort", this);
    return true;
  }

  #unreadable(cause: XdrError): ConnectionError {
    const message = `what libvirt answered to ${this.name} cannot be understood: ${cause.message}`;
    return new ConnectionError("protocol", message, { cause });
  }
}
