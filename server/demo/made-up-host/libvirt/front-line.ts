import { Duplex } from "node:stream";
import { errorNumber } from "../../../libvirt/protocol/constants.gen";
import {
  type ProcedureName,
  procedures,
  type StreamProcedureName,
} from "../../../libvirt/protocol/procedures.gen";
import {
  type Frame,
  type FrameHeader,
  frameStatus,
  frameType,
  headerLength,
} from "../../../libvirt/wire/frame";
import { FrameDecoder } from "../../../libvirt/wire/frame-decoder";
import { FrameWriter } from "../../../libvirt/wire/frame-writer";
import { XdrReader } from "../../../libvirt/wire/xdr-reader";
import type { XdrWriter } from "../../../libvirt/wire/xdr-writer";

export type Payload = (writer: XdrWriter) => void;

/** A stream that is played in front of the daemon. */
export interface PlayedStream {
  /** What the caller sends into it. */
  take(bytes: Buffer): void;
  /** The caller has sent all: it is told that all is done once this resolves. */
  finish?(): Promise<void>;
  close(): void;
}

/** A call that is answered in front of the daemon. */
export interface FrontCall {
  /** Its arguments. */
  reader: XdrReader;
  reply(payload: Payload): void;
  /** @param code A number of libvirt's (`errorNumber`). */
  refuse(code: number, message: string): void;
  /** Lets the daemon answer it. */
  pass(): void;
  /** Lets the daemon answer it with these arguments in place of its own. */
  passWith(payload: Payload): void;
  /** Opens a stream by it. @param play Is handed the way to send. */
  stream(play: (send: (bytes: Uint8Array) => void) => PlayedStream): void;
}

/** What is done with calls of these procedures; all others are the daemon's. */
export type FrontActs = Partial<Record<ProcedureName | StreamProcedureName, (call: FrontCall) => void>>;

type Act = (call: FrontCall) => void;

/**
 * One connection to the demo's libvirtd, with somebody in front of it who answers what its test driver can't, in the very
 * protocol: whoever is connected knows no difference.
 */
export class FrontLine extends Duplex {
  readonly #daemon: Duplex;
  readonly #acts: ReadonlyMap<string, Act>;
  readonly #streams = new Map<number, PlayedStream>();
  readonly #calls = new FrameDecoder();
  readonly #answers = new FrameDecoder();

  constructor(daemon: Duplex, acts: FrontActs) {
    super({ allowHalfOpen: false });
    this.#daemon = daemon;
    this.#acts = new Map(Object.entries(acts).map(([name, act]) => [keyOf(name as ProcedureName), act]));
    daemon.on("data", (piece: Buffer) => this.#receive(piece));
    daemon.on("close", () => this.destroy());
    daemon.on("error", (error) => this.destroy(error));
    this.on("error", () => undefined);
  }

  override _read(): void {
    this.#daemon.resume();
  }

  override _write(piece: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    // A frame may be kept while it is answered, and the piece is its sender's.
    this.#calls.push(Buffer.from(piece));
    for (let frame = this.#calls.next(); frame !== null; frame = this.#calls.next()) this.#take(frame);
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    for (const stream of this.#streams.values()) stream.close();
    this.#daemon.destroy();
    done(error);
  }

  /** Answers of the daemon's go on in whole frames, so that one of ours can stand between two. */
  #receive(piece: Buffer): void {
    this.#answers.push(piece);
    for (let frame = this.#answers.next(); frame !== null; frame = this.#answers.next())
      if (!this.push(wholeOf(frame))) this.#daemon.pause();
  }

  #take(frame: Frame): void {
    const stream = frame.type === frameType.STREAM ? this.#streams.get(frame.serial) : undefined;
    if (stream !== undefined) {
      this.#takeOfStream(frame, stream);
      return;
    }
    const act =
      frame.type === frameType.CALL ? this.#acts.get(`${frame.program}/${frame.procedure}`) : undefined;
    if (act === undefined) this.#daemon.write(wholeOf(frame));
    else act(this.#callOf(frame));
  }

  #takeOfStream(frame: Frame, stream: PlayedStream): void {
    if (frame.status === frameStatus.CONTINUE) {
      stream.take(frame.bytes.subarray(frame.start, frame.end));
      return;
    }
    this.#streams.delete(frame.serial);
    stream.close();
    // An end is agreed to; what was broken off is gone.
    if (frame.status === frameStatus.OK) void this.#finish(frame, stream);
  }

  async #finish(frame: FrameHeader, stream: PlayedStream): Promise<void> {
    try {
      await stream.finish?.();
      this.#send({ ...frame, status: frameStatus.OK });
    } catch (error) {
      this.#send(
        { ...frame, status: frameStatus.ERROR },
        errorPayload(errorNumber.INTERNAL_ERROR, String(error)),
      );
    }
  }

  #callOf(frame: Frame): FrontCall {
    const { serial } = frame;
    const reply = { ...frame, type: frameType.REPLY, status: frameStatus.OK };
    return {
      reader: new XdrReader(frame.bytes, frame.start, frame.end),
      reply: (payload) => this.#send(reply, payload),
      refuse: (code, message) =>
        this.#send({ ...reply, status: frameStatus.ERROR }, errorPayload(code, message)),
      pass: () => void this.#daemon.write(wholeOf(frame)),
      passWith: (payload) => {
        const writer = new FrameWriter();
        writer.add(frame, payload);
        this.#daemon.write(writer.take());
      },
      stream: (play) => {
        this.#send(reply);
        const header = { ...frame, type: frameType.STREAM, status: frameStatus.CONTINUE };
        const send = (bytes: Uint8Array) => {
          if (this.#streams.has(serial)) this.#sendBytes(header, bytes);
        };
        this.#streams.set(serial, play(send));
      },
    };
  }

  #send(header: FrameHeader, payload: Payload = () => undefined): void {
    if (this.destroyed) return;
    const writer = new FrameWriter();
    writer.add(header, payload);
    this.push(writer.take());
  }

  /** A stream's content is no XDR: it stands there as it is. */
  #sendBytes(header: FrameHeader, bytes: Uint8Array): void {
    if (this.destroyed) return;
    const writer = new FrameWriter();
    writer.addHeader(header, bytes.length);
    this.push(Buffer.concat([writer.take() ?? Buffer.alloc(0), bytes]));
  }
}

function keyOf(name: ProcedureName | StreamProcedureName): string {
  const { program, number } = procedures[name];
  return `${program}/${number}`;
}

function wholeOf({ bytes, start, end }: Frame): Buffer {
  return bytes.subarray(start - headerLength, end);
}

/** `struct virNetMessageError` with nothing but a code and words; the domain of all of them is libvirt's QEMU driver. */
function errorPayload(code: number, message: string): Payload {
  return (writer) => {
    writer.int(code);
    writer.int(10);
    writer.present(message);
    writer.string(message, 4_194_304);
    writer.int(2);
    for (let absent = 0; absent < 4; absent += 1) writer.present(null);
    writer.int(0);
    writer.int(0);
    writer.present(null);
  };
}
