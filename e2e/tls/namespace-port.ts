import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";

/** Inside the namespace: hands on what comes by a unix socket, which networks don't keep apart. */
const innerCode = `
  const { connect, createServer } = require("node:net");
  const [path, port] = process.argv.slice(1);
  createServer((from) => {
    const to = connect(Number(port), "127.0.0.1");
    for (const [one, other] of [[from, to], [to, from]]) {
      one.on("error", () => undefined).on("close", () => other.destroy());
      one.pipe(other);
    }
  }).listen(path);
`;

/** A port of a namespace's loopback, at one of the machine's. */
export class NamespacePort {
  readonly #sockets = new Set<Socket>();
  readonly #inside: ChildProcess;
  readonly #outside: Server;

  private constructor(inside: ChildProcess, outside: Server) {
    this.#inside = inside;
    this.#outside = outside;
  }

  /** @param pid A process of the namespace. @param inner Its port. */
  static async open(pid: number, inner: number): Promise<NamespacePort> {
    const folder = mkdtempSync(join(tmpdir(), "relay-"));
    const path = join(folder, "socket");
    const words = [
      "--target",
      String(pid),
      "--net",
      "--",
      process.execPath,
      "-e",
      innerCode,
      path,
      String(inner),
    ];
    const inside = spawn("nsenter", words, { stdio: "ignore" });
    inside.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    while (!existsSync(path)) await setImmediate();
    const outside = createServer().listen(0, "127.0.0.1");
    await once(outside, "listening");
    const made = new NamespacePort(inside, outside);
    outside.on("connection", (from) => made.#handOn(from, connect(path)));
    return made;
  }

  /** The machine's. */
  get port(): number {
    const address = this.#outside.address();
    if (address === null || typeof address === "string") throw new Error("it is closed");
    return address.port;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#outside.close();
    this.#inside.kill();
  }

  #handOn(from: Socket, to: Socket): void {
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      this.#sockets.add(one);
      one.on("error", () => undefined);
      one.on("close", () => {
        this.#sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
