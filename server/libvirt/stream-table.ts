import { type ProcedureResult, procedures, type StreamProcedureName } from "./protocol/procedures.gen";
import { LibvirtStream, type StreamLink } from "./stream";
import type { Transport } from "./transport";
import { type Frame, frameStatus, frameType } from "./wire/frame";

const nothing: readonly Uint8Array[] = [];

/** The streams that are open on a connection. */
export class StreamTable {
  readonly #streams = new Map<number, LibvirtStream>();
  /** Those whose reader is slower than the daemon: reading goes on when none is left. */
  readonly #stalled = new Set<number>();

  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  get size(): number {
    return this.#streams.size;
  }

  /** Makes the stream that a call of `name` with `serial` opened. */
  adopt<P extends StreamProcedureName>(
    name: P,
    result: ProcedureResult[P],
    serial: number,
  ): LibvirtStream<ProcedureResult[P]> {
    const stream = new LibvirtStream(name, result, this.#link(name, serial));
    this.#streams.set(serial, stream);
    return stream;
  }

  /** Ends a stream that nobody took, since its caller gave up before libvirt opened it. */
  refuse(name: StreamProcedureName, serial: number): void {
    this.#link(name, serial).send(frameStatus.ERROR, nothing, () => undefined);
  }

  /** What is still on its way of a stream that is over here concerns nobody. */
  receive(frame: Frame): void {
    this.#streams.get(frame.serial)?.receive(frame);
  }

  /** The connection is gone: null because it was closed here. */
  loseAll(reason: Error | null): void {
    for (const stream of this.#streams.values()) stream.lose(reason);
  }

  #link(name: StreamProcedureName, serial: number): StreamLink {
    const { program, number } = procedures[name];
    return {
      send: (status, payload, sent) => {
        const header = { program, procedure: number, type: frameType.STREAM, serial, status };
        this.#transport.sendBytes(header, payload, sent);
      },
      pause: () => {
        this.#stalled.add(serial);
        this.#transport.pause();
      },
      resume: () => {
        if (this.#stalled.delete(serial) && this.#stalled.size === 0) this.#transport.resume();
      },
      forget: () => this.#streams.delete(serial),
    };
  }
}
