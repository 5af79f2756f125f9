import { Duplex } from "node:stream";
import { ConnectionError, LibvirtError } from "./errors";
import { readNetMessageError } from "./protocol/codecs.gen";
import { type Frame, frameStatus, frameType, maximumStreamPayload } from "./wire/frame";
import { type Hole, readStreamHole } from "./wire/stream-hole";
import { XdrReader } from "./wire/xdr-reader";

type Done = (error?: Error | null) => void;

/** What a stream needs of its connection. */
export interface StreamLink {
  /** Sends a part of the stream, in pieces; `sent` is called when the system took it. */
  send(status: number, payload: readonly Uint8Array[], sent: Done): void;
  /** Says that so many bytes of zeros would follow. */
  sendHole(hole: Hole, sent: Done): void;
  /** Stops and goes on with reading the whole connection: libvirt has no other way to hold back a sender. */
  pause(): void;
  resume(): void;
  /** The stream is over: nothing more of it will come or be sent. */
  forget(): void;
}

const nothing: readonly Uint8Array[] = [];

/** Sets how much a slow reader lets come in before the daemon has to wait. */
const readableHighWaterMark = 256 * 1024;
/** How much a fast writer hands over before it has to wait; what waits goes out in frames as large as may be. */
const writableHighWaterMark = 1024 * 1024;
/** Of a sparse stream, where pieces are counted. */
const piecesAtOnce = 4;

/**
 * A console, or a volume's content on its way. Backpressure reaches to the daemon in both directions.
 * `end()` finishes it and "finish" says that libvirt did all it was sent; `destroy()` aborts it. "end" comes when the
 * daemon's side ended (the VM is off, the volume is read); then the stream finishes by itself.
 *
 * A sparse one is read and written in pieces that are Buffers or a {@link Hole}: libvirt has been told to send holes
 * (VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM and …UPLOAD…).
 */
export class LibvirtStream<Result = unknown> extends Duplex {
  /** libvirt knows that the stream is over. */
  #over = false;
  #finished: Done | undefined;
  readonly #procedure: string;
  readonly #link: StreamLink;
  /** What the procedure that opened the stream answered. */
  readonly result: Result;

  readonly #sparse: boolean;

  constructor(procedure: string, result: Result, link: StreamLink, sparse = false) {
    const marks = sparse
      ? { objectMode: true, highWaterMark: piecesAtOnce }
      : { readableHighWaterMark, writableHighWaterMark };
    super({ allowHalfOpen: false, ...marks });
    this.#sparse = sparse;
    this.#procedure = procedure;
    this.result = result;
    this.#link = link;
    // It may fail in the very read that brought its opening, before its caller has it in hand to listen: `errored` and
    // the close event still tell, and nobody's missing listener ends the process.
    this.on("error", () => undefined);
  }

  /** Takes what the daemon sent of this stream. For the connection; throws an XdrError where it cannot be read. */
  receive(frame: Frame): void {
    if (frame.type === frameType.STREAM_HOLE) {
      this.#receiveHole(frame);
    } else if (frame.status === frameStatus.CONTINUE) {
      this.#receiveData(frame.bytes.subarray(frame.start, frame.end));
    } else if (frame.status === frameStatus.OK) {
      this.#receiveEnd();
    } else {
      const reader = new XdrReader(frame.bytes, frame.start, frame.end);
      const error = new LibvirtError(readNetMessageError(reader), this.#procedure);
      this.#markOver();
      this.destroy(error);
    }
  }

  /** The connection is gone: null because it was closed here, which is no error. */
  lose(reason: Error | null): void {
    this.#markOver();
    this.destroy(reason ?? undefined);
  }

  override _read(): void {
    this.#link.resume();
  }

  override _write(chunk: Buffer | Hole, _encoding: BufferEncoding, done: Done): void {
    this.#sendFrames([chunk], done);
  }

  /** What was written while the system was busy. A large frame costs libvirtd little more than a small one. */
  override _writev(chunks: { chunk: Buffer | Hole }[], done: Done): void {
    this.#sendFrames(
      chunks.map(({ chunk }) => chunk),
      done,
    );
  }

  override _final(done: Done): void {
    if (this.#over) {
      done();
      return;
    }
    this.#finished = done;
    this.#link.send(frameStatus.OK, nothing, ignore);
  }

  override _destroy(error: Error | null, done: Done): void {
    if (!this.#over) this.#link.send(frameStatus.ERROR, nothing, ignore);
    this.#markOver();
    this.#link.resume();
    this.#settleFinish(error);
    done(error);
  }

  #sendFrames(pieces: readonly (Buffer | Hole)[], done: Done): void {
    const frames = framesOf(pieces);
    if (frames.length === 0) done();
    for (const [index, frame] of frames.entries()) {
      const sent = index === frames.length - 1 ? done : ignore;
      if ("hole" in frame) this.#link.sendHole(frame, sent);
      else this.#link.send(frameStatus.CONTINUE, frame, sent);
    }
  }

  #receiveHole(frame: Frame): void {
    if (!this.#sparse) {
      this.destroy(new ConnectionError("unsupported", `${this.#procedure}: sparse streams cannot be read`));
      return;
    }
    if (!this.push(readStreamHole(frame))) this.#link.pause();
  }

  #receiveData(payload: Buffer): void {
    // libvirt marks the end of its side by a part without content.
    if (payload.length === 0) this.#endReading();
    else if (!this.push(payload)) this.#link.pause();
  }

  /** Nobody asks for more after the end: what was held back for a slow reader goes on now, with the answer to our own end. */
  #endReading(): void {
    this.push(null);
    this.#link.resume();
  }

  #receiveEnd(): void {
    this.#markOver();
    if (!this.readableEnded) this.push(null);
    this.#settleFinish(null);
    // Nobody may be reading a stream that was only written to, and it should close all the same.
    if (this.readableFlowing === null && this.readableLength === 0) this.resume();
  }

  #markOver(): void {
    if (this.#over) return;
    this.#over = true;
    this.#link.forget();
  }

  #settleFinish(error: Error | null): void {
    const finished = this.#finished;
    this.#finished = undefined;
    finished?.(error);
  }
}

function ignore(): void {}

/** Pieces put together to frames, as full as they may be; none is empty, which would mean the stream's end. */
function framesOf(pieces: readonly (Buffer | Hole)[]): (Buffer[] | Hole)[] {
  const frames: (Buffer[] | Hole)[] = [];
  let frame: Buffer[] = [];
  let room = 0;
  for (const piece of pieces) {
    if ("hole" in piece) {
      frames.push(piece);
      room = 0;
      continue;
    }
    for (let start = 0; start < piece.length; ) {
      if (room === 0) {
        frame = [];
        frames.push(frame);
        room = maximumStreamPayload;
      }
      const part = piece.subarray(start, start + room);
      frame.push(part);
      room -= part.length;
      start += part.length;
    }
  }
  return frames;
}
