import { once } from "node:events";
import { connect, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { createServer, type TLSSocket, type TlsOptions } from "node:tls";

/** A TLS server that greets as libvirtd does, behind somebody who looks at the records that go in. */
export class TestTlsServer {
  /** The lengths of the records with data that clients sent. Only TLS 1.2 has them told from the handshake's. */
  readonly records: number[] = [];
  /** Those who were greeted. */
  readonly clients: TLSSocket[] = [];
  /** What they spoke. */
  readonly versions: (string | null)[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #servers: Server[];

  private constructor(
    servers: Server[],
    readonly port: number,
  ) {
    this.#servers = servers;
  }

  /** @param greeting null: it says nothing. */
  static async start(options: TlsOptions, greeting: Buffer | null = Buffer.of(1)): Promise<TestTlsServer> {
    const server = createServer({ requestCert: true, ...options });
    const outside = createTcpServer();
    const inner = await listening(server);
    const made = new TestTlsServer([server, outside], await listening(outside));
    server.on("tlsClientError", () => undefined);
    server.on("secureConnection", (client) => {
      client.on("error", () => undefined).resume();
      made.versions.push(client.getProtocol());
      made.clients.push(client);
      if (greeting !== null) client.write(greeting);
    });
    outside.on("connection", (socket) => made.#watch(socket, connect(inner, "127.0.0.1")));
    return made;
  }

  async stop(): Promise<void> {
    for (const socket of [...this.#sockets, ...this.clients]) socket.destroy();
    await Promise.all(this.#servers.map((server) => new Promise((done) => server.close(done))));
  }

  #watch(from: Socket, to: Socket): void {
    const seen = new RecordReader((type, length) => {
      if (type === applicationData) this.records.push(length);
    });
    from.on("data", (bytes) => seen.push(bytes));
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      this.#sockets.add(one);
      one.on("error", () => undefined);
      one.on("close", () => other.destroy());
      one.pipe(other);
    }
  }
}

const applicationData = 23;
const headerBytes = 5;

/** Reads where records begin (RFC 8446, 5.1). */
class RecordReader {
  #bytes = Buffer.alloc(0);

  constructor(private readonly onRecord: (type: number, length: number) => void) {}

  push(bytes: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    while (this.#bytes.length >= headerBytes) {
      const length = this.#bytes.readUInt16BE(3);
      if (this.#bytes.length < headerBytes + length) return;
      this.onRecord(this.#bytes.readUInt8(0), length);
      this.#bytes = this.#bytes.subarray(headerBytes + length);
    }
  }
}

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
