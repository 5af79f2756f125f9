import { createSocket, type Socket as Datagrams } from "node:dgram";
import { connect, type Socket } from "node:net";
import type { AuditRow } from "../chain";
import type { AuditCopy } from "./audit-copy";
import { syslogMessage } from "./syslog-message";

/** Entries that wait for a server that is away; the oldest go first, as they are in the database. */
const mostWaiting = 1_000;
const retryMs = 5_000;

interface SyslogAddress {
  transport: "udp" | "tcp";
  host: string;
  port: number;
}

/**
 * Sends each entry to a syslog server: by UDP (RFC 5426), or by TCP with each message's length before it (RFC 6587).
 * @param address "udp://192.0.2.1:514" or "tcp://[2001:db8::1]:601"; the port is 514 where none is named.
 */
export function syslogCopy(address: string): AuditCopy {
  const { protocol, hostname, port } = new URL(address);
  const place = { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 514) };
  return protocol === "udp:"
    ? new UdpCopy({ transport: "udp", ...place })
    : new TcpCopy({ transport: "tcp", ...place });
}

const nameOf = ({ transport, host, port }: SyslogAddress) => `syslog ${transport}://${host}:${port}`;

class UdpCopy implements AuditCopy {
  readonly name: string;
  readonly #address: SyslogAddress;
  readonly #socket: Datagrams;
  readonly #under = new Set<Promise<void>>();
  #problem: string | null = null;

  constructor(address: SyslogAddress) {
    this.name = nameOf(address);
    this.#address = address;
    this.#socket = createSocket(address.host.includes(":") ? "udp6" : "udp4").unref();
    this.#socket.on("error", (error) => this.#ended(error));
  }

  get problem(): string | null {
    return this.#problem;
  }

  send(row: AuditRow): void {
    const { port, host } = this.#address;
    const sent = new Promise<void>((resolve) => {
      this.#socket.send(syslogMessage(row), port, host, (error) => {
        this.#ended(error);
        resolve();
      });
    });
    this.#under.add(sent);
    void sent.finally(() => this.#under.delete(sent));
  }

  async close(): Promise<void> {
    await Promise.all(this.#under);
    this.#socket.close();
  }

  #ended(error: Error | null): void {
    this.#problem = error && `Entries could not be sent to ${this.name}: ${error.message}.`;
  }
}

class TcpCopy implements AuditCopy {
  readonly name: string;
  readonly #address: SyslogAddress;
  readonly #waiting: string[] = [];
  #socket: Socket | null = null;
  #retry: NodeJS.Timeout | undefined;
  #problem: string | null = null;
  #lost = 0;

  constructor(address: SyslogAddress) {
    this.name = nameOf(address);
    this.#address = address;
  }

  get problem(): string | null {
    const lost = this.#lost === 0 ? "" : ` ${this.#lost} were given up; they are in the database.`;
    return this.#problem === null && lost === "" ? null : `${this.#problem ?? this.name}${lost}`;
  }

  send(row: AuditRow): void {
    const message = syslogMessage(row);
    this.#waiting.push(`${Buffer.byteLength(message)} ${message}`);
    if (this.#waiting.length > mostWaiting) {
      this.#waiting.shift();
      this.#lost += 1;
    }
    this.#flush();
  }

  async close(): Promise<void> {
    clearTimeout(this.#retry);
    const socket = this.#socket;
    if (socket === null) return;
    await new Promise<void>((resolve) => {
      if (socket.closed) resolve();
      else socket.once("close", () => resolve());
      socket.end();
    });
  }

  #flush(): void {
    if (this.#retry !== undefined) return;
    const socket = this.#socket ?? this.#connect();
    if (socket.connecting) return;
    for (const message of this.#waiting.splice(0)) socket.write(message);
  }

  #connect(): Socket {
    const { host, port } = this.#address;
    const socket = connect(port, host).unref();
    this.#socket = socket;
    socket.on("connect", () => {
      this.#problem = null;
      this.#flush();
    });
    socket.on("error", (error) => {
      this.#problem = `Entries could not be sent to ${this.name}: ${error.message}.`;
    });
    socket.on("close", () => this.#lostConnection());
    // A server that goes says so by closing; whatever it says besides is nobody's.
    socket.resume();
    return socket;
  }

  #lostConnection(): void {
    this.#socket = null;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      if (this.#waiting.length > 0) this.#flush();
    }, retryMs).unref();
  }
}
