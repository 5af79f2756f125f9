import { type ProcedureResult, procedures, type StreamProcedureName } from "./protocol/procedures.gen";
import { LibvirtStream, type StreamLink } from "./stream";
import type { Transport } from "./transport";
import { type Frame, frameStatus, frameType } from "./wire/frame";
import { streamHoleBytes } from "./wire/stream-hole";

const nothing: readonly Uint8Array[] = [];

/** The streams that are open on a connection. */
export class StreamTable {
  readonly #streams = new Map<number, LibvirtStream>();
  /** Those whose reader is slower than the daemon: reading goes on when none is left. */
  readonly #stalled = new Set<number>();
  /**
   * What came of streams whose opening is not answered yet, by the serials of their calls: libvirtd may send the first of a
   * volume's content before it says that the stream is open.
   */
  readonly #early = new Map<number, Frame[]>();

  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  get size(): number {
    return this.#streams.size;
  }

  /** A call with `serial` is about to open a stream. */
  expect(serial: number): void {
    this.#early.set(serial, []);
  }

  /** The call with `serial` opened no stream that anybody waits for. */
  expectNoLonger(serial: number): void {
    this.#early.delete(serial);
  }

  /** Makes the stream that a call of `name` with `serial` opened. */
  adopt<P extends StreamProcedureName>(
    name: P,
    result: ProcedureResult[P],
    { serial, sparse }: { serial: number; sparse: boolean },
  ): LibvirtStream<ProcedureResult[P]> {
    const stream = new LibvirtStream(name, result, this.#link(name, serial), sparse);
    this.#streams.set(serial, stream);
    const early = this.#early.get(serial) ?? [];
    this.#early.delete(serial);
    for (const frame of early) stream.receive(frame);
    return stream;
  }

  /** Ends a stream that nobody took, since its caller gave up before libvirt opened it. */
  refuse(name: StreamProcedureName, serial: number): void {
    this.#link(name, serial).send(frameStatus.ERROR, nothing, () => undefined);
  }

  /** What is still on its way of a stream that is over here concerns nobody. */
  receive(frame: Frame): void {
    const stream = this.#streams.get(frame.serial);
    if (stream === undefined) this.#early.get(frame.serial)?.push(frame);
    else stream.receive(frame);
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
      sendHole: (hole, sent) => {
        const type = frameType.STREAM_HOLE;
        const header = { program, procedure: number, type, serial, status: frameStatus.CONTINUE };
        this.#transport.sendBytes(header, [streamHoleBytes(hole)], sent);
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
