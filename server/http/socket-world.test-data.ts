import { on, once } from "node:events";
import { connect } from "node:net";
import { expect } from "vitest";
import type { WebSocket } from "ws";
import type { Settings } from "../settings";
import type { StartParts } from "../start/start";
import { cookieOf, goodPassword, proofOf, startTestServer, type TestServer } from "./test-server.test-data";

/** A server with an administrator, and ways to open sockets to it, right and wrong. */
export class SocketWorld {
  private constructor(
    readonly server: TestServer,
    readonly cookie: string,
  ) {}

  /** @param hosts None where nothing is said. */
  static async start(
    part: Partial<Settings> = {},
    hosts?: StartParts["configureHosts"],
  ): Promise<SocketWorld> {
    const server = await startTestServer(part, undefined, hosts);
    return new SocketWorld(server, await server.makeAdministrator());
  }

  /** Of a server that was started otherwise. */
  static of(server: TestServer, cookie: string): SocketWorld {
    return new SocketWorld(server, cookie);
  }

  /** The status that an upgrade is refused with; 101 where it is not, 0 where the connection is destroyed. */
  upgradeStatus(path: string, headers: Record<string, string>): Promise<number> {
    const socket = this.server.socket(path, headers);
    return new Promise((resolve) => {
      socket.once("open", () => {
        socket.terminate();
        resolve(101);
      });
      socket.once("unexpected-response", (request, response) => {
        request.destroy();
        resolve(response.statusCode ?? 0);
      });
      socket.once("error", () => resolve(0));
    });
  }

  async open(
    path = "/ws/trpc",
    headers: Record<string, string> = { cookie: this.cookie },
  ): Promise<WebSocket> {
    const socket = this.server.socket(path, headers);
    await once(socket, "open");
    return socket;
  }

  /** An act that goes well, of the administrator's where nobody else's cookie is given; what it answers. */
  async act(path: string, input: object, cookie = this.cookie) {
    const { status, body } = await this.server.mutate(path, input, { cookie });
    expect([path, status, body]).toEqual([path, 200, expect.anything()]);
    return JSON.parse(body).result.data;
  }

  /** A user's id, as the page of an administrator is told it. */
  async idOf(name: string): Promise<string> {
    const socket = await this.open();
    const next = reader(socket);
    socket.send('{"id":1,"method":"subscription","params":{"path":"people.watch"}}');
    for (;;) {
      const { result } = (await next()) as { result: { data?: { id: string; name: string }[] } };
      const found = result.data?.find((one) => one.name === name);
      if (found === undefined) continue;
      socket.terminate();
      return found.id;
    }
  }

  /** The cookie of another session. */
  async signIn(): Promise<string> {
    return cookieOf(await this.server.mutate("session.signIn", { name: "root", password: goodPassword }));
  }

  /** Sends `text` as it is; what comes back until the connection ends. */
  async raw(text: string): Promise<string> {
    const socket = connect(this.server.port, "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk: Buffer) => {
      answer += chunk;
    });
    socket.on("error", () => undefined);
    socket.write(text);
    await once(socket, "close");
    return answer;
  }

  /** An upgrade as a browser asks for it. */
  upgradeText(target: string): string {
    return [
      `GET ${target} HTTP/1.1`,
      `Host: 127.0.0.1:${this.server.port}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
      `Origin: ${this.server.origin}`,
      `Cookie: ${this.cookie}`,
      `Passdeck-Proof: ${proofOf(this.cookie)}`,
      "",
      "",
    ].join("\r\n");
  }
}

export async function closeCode(socket: WebSocket): Promise<number> {
  const [code] = (await once(socket, "close")) as [number];
  return code;
}

/** What comes over a socket from now on, one frame a call. */
export function reader(socket: WebSocket): () => Promise<unknown> {
  const frames = on(socket, "message");
  return async () => {
    const { value } = await frames.next();
    return JSON.parse(String(value[0]));
  };
}

export const watchFleet = '{"id":1,"method":"subscription","params":{"path":"fleet.watch"}}';
