import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

/** A certificate with its key, as PEM. */
export interface Pair {
  cert: string;
  key: string;
}

/** What an HTTP server was sent. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

async function portOf(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** An HTTP server on loopback that keeps what it is sent. @param answer Default: 200. */
export async function httpServer(answer?: RequestListener, tls?: Pair) {
  const received: Received[] = [];
  const waiting: (() => void)[] = [];
  const listener: RequestListener = async (request, response) => {
    received.push({ path: request.url ?? "", headers: request.headers, body: await text(request) });
    for (const wake of waiting.splice(0)) wake();
    if (answer === undefined) response.end("ok");
    else answer(request, response);
  };
  const server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener);
  const port = await portOf(server);
  onTestFinished(() => server.closeAllConnections());
  return {
    url: `${tls === undefined ? "http" : "https"}://127.0.0.1:${port}`,
    port,
    received,
    /** Resolves once so many requests have come. */
    async until(many: number): Promise<void> {
      while (received.length < many) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}

/** A server that does with a connection as it likes. */
export async function socketServer(serve: (socket: Socket) => void): Promise<number> {
  const open = new Set<Socket>();
  const server = createSocketServer((socket) => {
    open.add(socket);
    socket.on("error", () => undefined);
    serve(socket);
  });
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
  });
  return portOf(server);
}

/** A port that nothing listens on. */
export async function closedPort(): Promise<number> {
  const server = createSocketServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

interface SmtpOptions {
  tls?: Pair;
  /** TLS from the beginning. */
  secure?: boolean;
  password?: string;
  /** The number that it refuses mail with. */
  refuseWith?: number;
}

/** A mail server on loopback that keeps what it is sent, as it came, with its envelope. */
export async function smtpServer({ tls, secure = false, password, refuseWith }: SmtpOptions = {}) {
  const mails: { from: string; to: string[]; secure: boolean; text: string }[] = [];
  const server = new SMTPServer({
    ...tls,
    secure,
    authOptional: password === undefined,
    disabledCommands: [
      ...(tls === undefined ? ["STARTTLS"] : []),
      ...(password === undefined ? ["AUTH"] : []),
    ],
    onAuth: (auth, _session, done) =>
      auth.password === password
        ? done(null, { user: auth.username ?? "" })
        : done(new Error("Wrong password")),
    onData: async (stream, session, done) => {
      const mail = await text(stream);
      if (refuseWith !== undefined)
        return done(Object.assign(new Error("Not today"), { responseCode: refuseWith }));
      const { mailFrom, rcptTo } = session.envelope;
      mails.push({
        from: mailFrom === false ? "" : mailFrom.address,
        to: rcptTo.map(({ address }) => address),
        secure: session.secure,
        text: mail,
      });
      done();
    },
  });
  server.on("error", () => undefined);
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => resolve((listening.address() as AddressInfo).port));
  });
  onTestFinished(() => void server.close());
  return { port, mails };
}
