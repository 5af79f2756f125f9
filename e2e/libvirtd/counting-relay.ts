import { once } from "node:events";
import { rm } from "node:fs/promises";
import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { procedures } from "@/server/libvirt/protocol/procedures.gen";
import { type Frame, frameType } from "@/server/libvirt/wire/frame";
import { FrameDecoder } from "@/server/libvirt/wire/frame-decoder";

/** Without a call for this long, what was begun is over. */
const quietMs = 400;

/** What was asked of libvirt. */
export interface Traffic {
  connections: number;
  /** Every call by its name, in order; those that open a connection left out. */
  calls: string[];
}

const nameOf = new Map(
  Object.entries(procedures).map(([name, { program, number }]) => [`${program}/${number}`, name]),
);
/** What a connection begins and ends with. */
const ofConnections = ["auth_list", "auth_polkit", "connect_open", "connect_close"];

/** Stands between Passdeck and a libvirtd, hands everything on, and counts it. */
export class CountingRelay {
  #traffic: Traffic = { connections: 0, calls: [] };
  readonly #sockets = new Set<Socket>();

  readonly #server: Server;

  private constructor(
    server: Server,
    readonly path: string,
  ) {
    this.#server = server;
  }

  /** @param target libvirtd's socket; the relay's own stands beside it. */
  static async start(target: string): Promise<CountingRelay> {
    const server = createServer();
    const relay = new CountingRelay(server, `${target}-counted`);
    server.on("connection", (socket) => relay.#serve(socket, connect(target)));
    server.listen(relay.path);
    await once(server, "listening");
    return relay;
  }

  /** For Passdeck. */
  get uri(): string {
    return `qemu+unix:///system?socket=${this.path}`;
  }

  /** What `act` costs, with all that follows of it until nothing is asked any more. */
  async count(act: () => Promise<unknown>): Promise<Traffic> {
    await this.#quiet();
    this.#traffic = { connections: 0, calls: [] };
    await act();
    await this.#quiet();
    return structuredClone(this.#traffic);
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await rm(this.path, { force: true });
  }

  async #quiet(): Promise<void> {
    for (let before = -1; before !== this.#traffic.calls.length; await delay(quietMs))
      before = this.#traffic.calls.length;
  }

  #serve(client: Socket, daemon: Socket): void {
    this.#traffic.connections += 1;
    const decoder = new FrameDecoder();
    client.on("data", (piece) => {
      decoder.push(piece);
      for (let frame = decoder.next(); frame !== null; frame = decoder.next()) this.#take(frame);
    });
    for (const [from, to] of [
      [client, daemon],
      [daemon, client],
    ] as const) {
      this.#sockets.add(from);
      from.on("error", () => undefined);
      from.on("close", () => {
        this.#sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }

  #take({ type, program, procedure }: Frame): void {
    const name = nameOf.get(`${program}/${procedure}`);
    if (type === frameType.CALL && name !== undefined && !ofConnections.includes(name))
      this.#traffic.calls.push(name);
  }
}
