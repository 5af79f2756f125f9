import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ProcedureName,
  procedures,
  programs,
  type StreamProcedureName,
} from "../protocol/procedures.gen";
import { type Frame, type FrameHeader, frameStatus, frameType } from "../wire/frame";
import { FrameDecoder } from "../wire/frame-decoder";
import { FrameWriter } from "../wire/frame-writer";
import type { XdrWriter } from "../wire/xdr-writer";

type Payload = (writer: XdrWriter) => void;

/** What a daemon does with a call of a procedure. */
export type Script = Partial<
  Record<ProcedureName | StreamProcedureName, (call: Frame, daemon: ScriptedDaemon) => void>
>;

/**
 * The other end of a real socket, for what no libvirtd can be made to do: break the protocol, answer late, ask for
 * another way to sign in. Signs in and opens anything; whatever else is called does what the test says.
 */
export class ScriptedDaemon {
  /** Everything that came, in order. */
  readonly received: Frame[] = [];
  /** How many connections were made to it. */
  connections = 0;
  /** The connection that was made last. */
  #socket: Socket | undefined;
  readonly #sockets = new Set<Socket>();
  readonly #socketOf = new WeakMap<Frame, Socket>();
  readonly #writer = new FrameWriter();

  readonly #folder: string;
  readonly #server: Server;
  readonly #script: Script;

  private constructor(folder: string, server: Server, script: Script) {
    this.#folder = folder;
    this.#server = server;
    this.#script = script;
    server.on("connection", (socket) => this.#serve(socket));
  }

  static async start(script: Script = {}): Promise<ScriptedDaemon> {
    const folder = await mkdtemp(join(tmpdir(), "scripted-daemon-"));
    const server = createServer();
    const daemon = new ScriptedDaemon(folder, server, script);
    server.listen(daemon.path);
    await once(server, "listening");
    return daemon;
  }

  get path(): string {
    return join(this.#folder, "sock");
  }

  /** The call of `name` that came last; throws where none came. */
  lastCall(name: ProcedureName | StreamProcedureName): Frame {
    const call = this.received.findLast((frame) => isCall(frame, name));
    if (call === undefined) throw new Error(`${name} was not called`);
    return call;
  }

  count(name: ProcedureName): number {
    return this.received.filter((frame) => isCall(frame, name)).length;
  }

  /** Connections that are open. */
  get open(): number {
    return this.#sockets.size;
  }

  reply(call: Frame, payload: Payload = () => undefined): void {
    this.send({ ...headerOf(call), type: frameType.REPLY }, payload, this.#socketOf.get(call));
  }

  /** Refuses a call with a libvirt error. */
  refuse(call: Frame, code: number, message: string): void {
    this.send(
      { ...headerOf(call), type: frameType.REPLY, status: frameStatus.ERROR },
      errorPayload(code, message),
      this.#socketOf.get(call),
    );
  }

  /** Sends a part of the stream that `call` opened. */
  sendStream(call: Frame, status: number, content: Uint8Array): void {
    const header = { ...headerOf(call), type: frameType.STREAM, status };
    this.#writer.addHeader(header, content.length);
    this.sendRaw(Buffer.concat([this.#writer.take() ?? Buffer.alloc(0), content]));
  }

  ping(): void {
    const header = {
      program: programs.KEEPALIVE,
      procedure: 1,
      type: frameType.MESSAGE,
      serial: 0,
      status: 0,
    };
    this.send(header, () => undefined);
  }

  send(header: FrameHeader, payload: Payload, socket = this.#socket): void {
    this.#writer.add(header, payload);
    socket?.write(this.#writer.take() ?? Buffer.alloc(0));
  }

  sendRaw(bytes: Uint8Array): void {
    this.#socket?.write(bytes);
  }

  /** Ends the connection without a word, as a daemon that is killed. */
  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    this.hangUp();
    this.#server.close();
    await rm(this.#folder, { recursive: true });
  }

  #serve(socket: Socket): void {
    this.#socket = socket;
    this.connections += 1;
    this.#sockets.add(socket);
    socket.on("close", () => this.#sockets.delete(socket));
    const decoder = new FrameDecoder();
    socket.on("error", () => undefined);
    socket.on("data", (piece) => {
      decoder.push(piece);
      for (let frame = decoder.next(); frame !== null; frame = decoder.next()) {
        this.#socketOf.set(frame, socket);
        this.#take(frame);
      }
    });
  }

  #take(frame: Frame): void {
    this.received.push(frame);
    if (frame.type !== frameType.CALL) return;
    for (const [name, act] of Object.entries({ ...politely, ...this.#script })) {
      if (isCall(frame, name as ProcedureName)) act(frame, this);
    }
  }
}

/** What every connection begins with. */
const politely: Script = {
  auth_list: (call, daemon) => daemon.reply(call, (writer) => writer.count(0, 0)),
  connect_open: (call, daemon) => daemon.reply(call),
};

function isCall(frame: Frame, name: ProcedureName | StreamProcedureName): boolean {
  const { program, number } = procedures[name];
  return frame.type === frameType.CALL && frame.program === program && frame.procedure === number;
}

function headerOf({ program, procedure, type, serial, status }: Frame): FrameHeader {
  return { program, procedure, type, serial, status };
}

/** `struct virNetMessageError` with nothing but a code and words. */
function errorPayload(code: number, message: string): Payload {
  return (writer) => {
    writer.int(code);
    writer.int(0);
    writer.present(message);
    writer.string(message, 1000);
    writer.int(2);
    for (let absent = 0; absent < 4; absent += 1) writer.present(null);
    writer.int(0);
    writer.int(0);
    writer.present(null);
  };
}
