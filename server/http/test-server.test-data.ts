import { mkdtempSync, rmSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";
import { request as httpsRequest } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { WebSocket } from "ws";
import { createLog } from "../log";
import type { Settings } from "../settings";
import { type RunningServer, type StartParts, start } from "../start";
import type { Pages } from "./pages";

export const goodPassword = "correct horse battery";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface TestServer {
  running: RunningServer;
  /** "http://127.0.0.1:PORT" or the same with https. */
  origin: string;
  port: number;
  dataFolder: string;
  /** Everything that was logged. */
  logged(): string;
  request(path: string, options?: RequestOptions): Promise<Answer>;
  /** Calls a mutation as a page of ours does. */
  mutate(path: string, input?: unknown, headers?: OutgoingHttpHeaders): Promise<Answer>;
  /** Makes the first administrator; the value of a Cookie header. */
  makeAdministrator(): Promise<string>;
  socket(path: string, headers?: Record<string, string>): WebSocket;
  stop(): Promise<void>;
}

export interface RequestOptions {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string;
}

/** Pages that say only which they are. */
const plainPages: Pages = {
  async handle(request, response) {
    response.end(`page ${request.url} ${JSON.stringify(request.headers)}`);
  },
  close: async () => undefined,
};

export function testSettings(part: Partial<Settings> = {}): Settings {
  return {
    host: "127.0.0.1",
    port: 0,
    dataFolder: part.dataFolder ?? mkdtempSync(join(tmpdir(), "passdeck-test-")),
    tls: { kind: "off" },
    libvirtUri: "test:///default",
    hostRoot: "/",
    names: [],
    trustedProxies: [],
    logLevel: "trace",
    demo: false,
    ...part,
  };
}

const noHosts = async () => ({ hosts: [], close: async () => undefined });

/** The whole server on a free port, without hosts unless some are given, and with pages of one line. */
export async function startTestServer(
  part: Partial<Settings> = {},
  pages: Pages = plainPages,
  hosts: StartParts["configureHosts"] = noHosts,
): Promise<TestServer> {
  const settings = testSettings(part);
  const lines: string[] = [];
  const log = createLog(settings.logLevel, { write: (line) => void lines.push(line) });
  const running = await start(settings, log, {
    openPages: async () => pages,
    configureHosts: hosts,
  }).catch((error: unknown) => {
    rmSync(settings.dataFolder, { recursive: true, force: true });
    throw error;
  });
  const { protocol, port } = new URL(running.urls[0]);
  const origin = `${protocol}//127.0.0.1:${port}`;
  const request = (path: string, options: RequestOptions = {}) => send(origin, path, options);
  const mutate = (path: string, input: unknown = {}, headers: OutgoingHttpHeaders = {}) =>
    request(`/api/trpc/${path}`, {
      method: "POST",
      headers: { origin, "content-type": "application/json", ...headers },
      body: JSON.stringify(input),
    });
  return {
    running,
    origin,
    port: Number(port),
    dataFolder: settings.dataFolder,
    logged: () => lines.join(""),
    request,
    mutate,
    async makeAdministrator() {
      const token = new URL(running.firstAdministratorLink ?? "").searchParams.get("token");
      const answer = await mutate("session.createFirstAdministrator", {
        token,
        name: "root",
        password: goodPassword,
      });
      return cookieOf(answer);
    },
    socket: (path, headers = {}) =>
      new WebSocket(`${origin.replace(/^http/, "ws")}${path}`, {
        headers: { origin, ...headers },
        rejectUnauthorized: false,
      }),
    async stop() {
      await running.stop();
      rmSync(settings.dataFolder, { recursive: true, force: true });
    },
  };
}

/** What a browser would send back of the cookie that an answer set. */
export function cookieOf({ headers }: Answer): string {
  return headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
}

async function send(origin: string, path: string, { method = "GET", headers = {}, body }: RequestOptions) {
  const request = origin.startsWith("https") ? httpsRequest : httpRequest;
  const { hostname, port } = new URL(origin);
  return new Promise<Answer>((resolve, reject) => {
    const options = { hostname, port, path, method, headers, agent: false, rejectUnauthorized: false };
    const outgoing = request(options, async (response) => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: await text(response) });
    });
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}
