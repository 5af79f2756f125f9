import { createServer as createHttp, type RequestListener, type Server, type ServerOptions } from "node:http";
import { createServer as createHttps } from "node:https";
import type { AddressInfo } from "node:net";
import { AppError } from "../errors";
import type { KeyPair } from "./certificate";
import { limitConnections } from "./connection-limit";
import type { Guard } from "./guard";
import { sharePort } from "./plain-or-tls";
import { redirectToTls } from "./redirect-to-tls";
import type { UpgradeDispatcher } from "./upgrade";

export interface ListenerOptions {
  /** null for all addresses of this machine. */
  host: string | null;
  port: number;
  /** null for plain HTTP. */
  keyPair: KeyPair | null;
  guard: Pick<Guard, "isForUs" | "isProxy">;
  onRequest: RequestListener;
  onUpgrade: UpgradeDispatcher["handle"];
}

export interface Listener {
  address: AddressInfo;
  /** Serves new connections with another certificate. */
  setKeyPair(keyPair: KeyPair): void;
  /** Takes no more connections, waits for calls under way, and after `graceMs` cuts those that are left. */
  close(graceMs: number): Promise<void>;
}

const limits: ServerOptions = {
  highWaterMark: 256 * 1024,
  headersTimeout: 10_000,
  // Node looks after the two above this often; its own 30 s would leave an idle stranger three times as long.
  connectionsCheckingInterval: 5_000,
  // Each body has its own limit: see body-time.ts.
  requestTimeout: 0,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16 * 1024,
};

const tls = { minVersion: "TLSv1.2", handshakeTimeout: 10_000 } as const;

/** Opens the one port. Throws an AppError where it can't be had. */
export async function listen(options: ListenerOptions): Promise<Listener> {
  const { keyPair, guard, onRequest, onUpgrade } = options;
  const secure = keyPair ? createHttps({ ...limits, ...tls, ...keyPair }, onRequest) : null;
  const dropSilent = secure ? sharePort(secure, redirectToTls(guard)) : () => undefined;
  const server = secure ?? createHttp(limits, onRequest);
  server.on("upgrade", onUpgrade);
  server.prependListener(
    "connection",
    limitConnections((address) => guard.isProxy(address)),
  );
  const address = await open(server, options);
  return {
    address,
    setKeyPair: (next) => secure?.setSecureContext({ minVersion: tls.minVersion, ...next }),
    close: (graceMs) => {
      const closed = close(server, graceMs);
      dropSilent();
      return closed;
    },
  };
}

async function open(server: Server, { host, port }: ListenerOptions): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(toListenError(error, host, port)));
    // Without a host, Node listens on all IPv6 and IPv4 addresses, and on the latter alone where there is no IPv6.
    server.listen({ port, ...(host === null ? {} : { host }) }, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("listening on no port");
  return address;
}

function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    // A connection that has had its answer is kept for the next request, until it is told not to be.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
  });
}

function toListenError(error: NodeJS.ErrnoException, host: string | null, port: number): Error {
  const where = `${host ?? "*"}:${port}`;
  const userMessage = {
    EADDRINUSE: `Port ${port} is in use by another program, maybe by another Passdeck. Stop it, or set PASSDECK_PORT.`,
    EACCES: `This user may not listen on port ${port}. Set PASSDECK_PORT to one above 1023.`,
    EADDRNOTAVAIL: `${host} is no address of this machine. Correct PASSDECK_HOST.`,
    ENOTFOUND: `${host} is no name of this machine. Correct PASSDECK_HOST.`,
  }[error.code ?? ""];
  if (userMessage === undefined) return error;
  return new AppError("bad-input", { userMessage, message: `${where}: ${error.message}`, cause: error });
}
