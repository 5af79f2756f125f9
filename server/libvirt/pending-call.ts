import type { QueuedCall } from "./call-queue";
import { ConnectionError, LibvirtError } from "./errors";
import { readNetMessageError } from "./protocol/codecs.gen";
import { frameStatus } from "./wire/frame";
import { XdrError } from "./wire/xdr-error";
import { XdrReader } from "./wire/xdr-reader";

export interface PendingCallOptions<Result> {
  name: string;
  serial: number;
  frame: Buffer;
  read(reader: XdrReader): Result;
  resolve(result: Result): void;
  reject(error: Error): void;
  /** libvirt did it after its caller gave up. */
  onLateAnswer(): void;
  /** 0 waits for ever. */
  timeoutMs: number;
  signal: AbortSignal | undefined;
}

/** One call's promise: settled once, by the reply, the time limit, its caller's signal or the connection's end. */
export class PendingCall<Result> implements QueuedCall {
  settled = false;
  readonly serial: number;
  readonly frame: Buffer;
  private readonly timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: PendingCallOptions<Result>) {
    this.serial = options.serial;
    this.frame = options.frame;
    const { timeoutMs, signal } = options;
    if (signal?.aborted) {
      this.abort();
      return;
    }
    signal?.addEventListener("abort", this.abort, { once: true });
    if (timeoutMs > 0) this.timer = setTimeout(() => this.timeOut(), timeoutMs);
  }

  onReply(status: number, payload: Buffer): void {
    if (this.settled) {
      if (status === frameStatus.OK) this.options.onLateAnswer();
      return;
    }
    try {
      this.takeReply(status, new XdrReader(payload));
    } catch (error) {
      if (error instanceof XdrError) this.fail(this.unreadable(error));
      throw error;
    }
  }

  fail(error: Error): void {
    if (this.settle()) this.options.reject(error);
  }

  private takeReply(status: number, reader: XdrReader): void {
    if (status === frameStatus.OK) {
      const result = this.options.read(reader);
      reader.end();
      if (this.settle()) this.options.resolve(result);
    } else if (status === frameStatus.ERROR) {
      const error = new LibvirtError(readNetMessageError(reader), this.options.name);
      reader.end();
      this.fail(error);
    } else {
      throw new XdrError(`a reply of status ${status}`);
    }
  }

  private settle(): boolean {
    if (this.settled) return false;
    this.settled = true;
    clearTimeout(this.timer);
    this.options.signal?.removeEventListener("abort", this.abort);
    return true;
  }

  private timeOut(): void {
    const { name, timeoutMs } = this.options;
    this.fail(new ConnectionError("timeout", `libvirt did not answer ${name} within ${timeoutMs / 1000} s`));
  }

  private readonly abort = (): void => {
    const cause: unknown = this.options.signal?.reason;
    this.fail(new ConnectionError("aborted", `${this.options.name} was given up`, { cause }));
  };

  private unreadable(cause: XdrError): ConnectionError {
    const message = `what libvirt answered to ${this.options.name} cannot be understood: ${cause.message}`;
    return new ConnectionError("protocol", message, { cause });
  }
}
