import type { Duplex } from "node:stream";
import { CallQueue, type QueuedCall } from "./call-queue";
import { type ConnectionOptions, type ConnectionSettings, defaultSettings } from "./connection-options";
import type { Dialer } from "./dial/dialer";
import { ConnectionError } from "./errors";
import { EventRouter } from "./event-router";
import { shakeHands } from "./handshake";
import { KeepAlive } from "./keep-alive";
import { type Caller, type CallOptions, PendingCall } from "./pending-call";
import { writeNothing } from "./procedure";
import { storageVolumeDownloadFlags, storageVolumeUploadFlags } from "./protocol/constants.gen";
import type { EventMessage, EventName } from "./protocol/events.gen";
import {
  type ProcedureArguments,
  type ProcedureName,
  type ProcedureResult,
  procedures,
  programs,
  type StreamProcedureName,
} from "./protocol/procedures.gen";
import type { LibvirtStream } from "./stream";
import { StreamTable } from "./stream-table";
import { Transport } from "./transport";
import { type Frame, frameStatus, frameType } from "./wire/frame";
import { XdrError } from "./wire/xdr-error";

export type { ConnectionOptions } from "./connection-options";
export type { CallOptions } from "./pending-call";

type ArgumentsOf<P extends keyof ProcedureArguments> = ProcedureArguments[P] extends undefined
  ? [args?: undefined, options?: CallOptions]
  : [args: ProcedureArguments[P], options?: CallOptions];

/** Streams in which libvirt can leave zeros out, with the flag that has it do so. */
const sparseFlags = {
  storage_vol_download: storageVolumeDownloadFlags.SPARSE_STREAM,
  storage_vol_upload: storageVolumeUploadFlags.SPARSE_STREAM,
} as const;
type SparseProcedureName = keyof typeof sparseFlags;

/** A connection to a libvirt daemon: typed calls, events and streams. */
export class Connection {
  /** Resolves when the connection ended: null by `close()`, else with the reason. */
  readonly closed: Promise<Error | null>;
  readonly #transport: Transport;
  readonly #calls: CallQueue;
  readonly #events = new EventRouter();
  readonly #streams: StreamTable;
  readonly #keepAlive: KeepAlive;
  #serial = 0;
  #endReason: Error | null | undefined;

  readonly #settings: ConnectionSettings;

  private constructor(io: Duplex, settings: ConnectionSettings) {
    this.#settings = settings;
    let resolveClosed: (reason: Error | null) => void = () => undefined;
    this.closed = new Promise((resolve) => {
      resolveClosed = resolve;
    });
    this.#transport = new Transport(io, {
      onFrame: (frame) => this.#receive(frame),
      onClose: (reason) => {
        this.#end(reason);
        resolveClosed(reason);
      },
    });
    this.#streams = new StreamTable(this.#transport);
    this.#calls = new CallQueue(settings.maximumInFlight, (call) => this.#sendCall(call));
    this.#keepAlive = new KeepAlive({
      send: (header) => this.#transport.send(header, writeNothing),
      received: () => this.#transport.received,
      suspended: () => this.#streams.size > 0,
      onDead: (seconds) =>
        this.#transport.close(
          new ConnectionError("timeout", `libvirt gave no sign of life for ${seconds} s`),
        ),
    });
  }

  /**
   * Connects by `dialer`, signs in and opens the driver that `uri` names ("qemu:///system").
   * Rejects with a ConnectionError, or a LibvirtError where libvirt answers but does not open the URI.
   */
  static async open(dialer: Dialer, uri: string, options: ConnectionOptions = {}): Promise<Connection> {
    const settings = { ...defaultSettings, ...options };
    const io = await dial(dialer, settings.timeoutMs);
    const connection = new Connection(io, settings);
    try {
      await shakeHands(connection, uri, { ...settings, description: dialer.description });
    } catch (error) {
      await connection.close();
      throw error;
    }
    connection.#keepAlive.start(settings.keepAliveSeconds);
    return connection;
  }

  /**
   * Calls a procedure of libvirt's by its name in the protocol, without its prefix ("domain_get_xml_desc"; those of
   * the QEMU program begin with "qemu_").
   *
   * Rejects with a LibvirtError where libvirt refuses, with an XdrError where an argument is over the protocol's
   * bounds, and with a ConnectionError where no answer comes: after "timeout" and "aborted" libvirt may still do it.
   */
  call<P extends ProcedureName>(name: P, ...[args, options]: ArgumentsOf<P>): Promise<ProcedureResult[P]> {
    return new Promise((resolve, reject) => {
      this.#start(name, args as ProcedureArguments[P], options, this.#nextSerial(), { resolve, reject });
    });
  }

  /**
   * Calls a procedure that opens a stream. A stream whose reader stalls holds up its whole connection, so give each
   * stream a connection of its own.
   */
  openStream<P extends StreamProcedureName>(
    name: P,
    ...[args, options]: ArgumentsOf<P>
  ): Promise<LibvirtStream<ProcedureResult[P]>> {
    return this.#open(name, args as ProcedureArguments[P], options, false);
  }

  /** As `openStream`, of a volume's content, in which zeros are no bytes but a `Hole`. */
  openSparseStream<P extends SparseProcedureName>(
    name: P,
    args: Omit<ProcedureArguments[P], "flags">,
  ): Promise<LibvirtStream> {
    return this.#open(name, { ...args, flags: sparseFlags[name] } as ProcedureArguments[P], undefined, true);
  }

  #open<P extends StreamProcedureName>(
    name: P,
    args: ProcedureArguments[P],
    options: CallOptions | undefined,
    sparse: boolean,
  ): Promise<LibvirtStream<ProcedureResult[P]>> {
    return new Promise((resolve, reject) => {
      const serial = this.#nextSerial();
      this.#streams.expect(serial);
      this.#start(name, args, options, serial, {
        resolve: (result) => resolve(this.#streams.adopt(name, result, { serial, sparse })),
        reject: (error) => {
          this.#streams.expectNoLonger(serial);
          reject(error);
        },
        onLateAnswer: () => this.#streams.refuse(name, serial),
      });
    });
  }

  /**
   * Since when libvirt owes an answer, of `performance.now()`; null where it has answered all. Calls count whose caller
   * gave up: to libvirt they are still open.
   */
  get owesSince(): number | null {
    return this.#calls.oldestSentAt;
  }

  /** Streams that are open. */
  get streams(): number {
    return this.#streams.size;
  }

  /** Listens to an event; the answer unsubscribes. Which events libvirt sends is decided by `…_register_any` calls. */
  on<E extends EventName>(name: E, listener: (message: EventMessage[E]) => void): () => void {
    return this.#events.on(name, listener);
  }

  /** Ends the connection. Calls without an answer are rejected, streams destroyed. */
  async close(): Promise<void> {
    this.#transport.close(null);
    await this.closed;
  }

  #start<P extends keyof ProcedureArguments>(
    name: P,
    args: ProcedureArguments[P],
    options: CallOptions | undefined,
    serial: number,
    caller: Caller<ProcedureResult[P]>,
  ): void {
    if (this.#endReason !== undefined) {
      caller.reject(closedError(this.#endReason));
      return;
    }
    const timeoutMs = options?.timeoutMs ?? this.#settings.timeoutMs;
    const call = new PendingCall(name, serial, procedures[name], args, timeoutMs, options, caller);
    if (!call.settled) this.#calls.add(call);
  }

  #sendCall(call: QueuedCall): void {
    const { program, number } = call.procedure;
    const header = {
      program,
      procedure: number,
      type: frameType.CALL,
      serial: call.serial,
      status: frameStatus.OK,
    };
    this.#transport.send(header, (writer) => call.writeArguments(writer));
  }

  #receive(frame: Frame): void {
    if (frame.program === programs.KEEPALIVE) this.#keepAlive.receive(frame);
    else if (frame.type === frameType.REPLY) this.#receiveReply(frame);
    else if (frame.type === frameType.MESSAGE) this.#events.receive(frame);
    else if (frame.type === frameType.STREAM || frame.type === frameType.STREAM_HOLE) {
      this.#streams.receive(frame);
    } else throw new XdrError(`a message of type ${frame.type}`);
  }

  #receiveReply(frame: Frame): void {
    const call = this.#calls.take(frame.serial);
    if (call === undefined) throw new XdrError(`a reply to call ${frame.serial}, which was not made`);
    call.receive(frame);
  }

  /** Serials are 32 bits wide and 0 is for what is no call. */
  #nextSerial(): number {
    this.#serial = this.#serial === 0xffff_ffff ? 1 : this.#serial + 1;
    return this.#serial;
  }

  #end(reason: Error | null): void {
    this.#endReason = reason;
    this.#keepAlive.stop();
    this.#calls.failAll(closedError(reason));
    this.#streams.loseAll(reason);
  }
}

function closedError(reason: Error | null): Error {
  return reason ?? new ConnectionError("closed", "the connection to libvirt was closed");
}

async function dial(dialer: Dialer, timeoutMs: number): Promise<Duplex> {
  if (timeoutMs === 0) return dialer.dial();
  const limit = AbortSignal.timeout(timeoutMs);
  try {
    return await dialer.dial(limit);
  } catch (error) {
    if (!limit.aborted) throw error;
    const message = `${dialer.description}: no connection within ${timeoutMs / 1000} s`;
    throw new ConnectionError("timeout", message, { cause: error });
  }
}
