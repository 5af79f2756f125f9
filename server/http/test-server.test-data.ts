import { mkdtempSync, rmSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";
import { request as httpsRequest } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { WebSocket } from "ws";
import { tokenOf } from "@/e2e/fixtures/setup-token";
import { proofHeader } from "../access/origin-proof.schema";
import type { ImageSources } from "../hosts";
import { createLog } from "../log";
import type { Settings } from "../settings";
import { type RunningServer, type StartParts, start } from "../start/start";
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
  socket(path: string, headers?: Record<string, string>, protocols?: string[]): WebSocket;
  stop(): Promise<void>;
}

export interface RequestOptions {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string;
}

/** Pages that say only which they are. */
export const plainPages: Pages = {
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
    rootHelper: null,
    networkTrialSeconds: 60,
    publicUrl: null,
    names: [],
    trustedProxies: [],
    metricsFrom: [],
    reauthenticationMinutes: 0,
    logLevel: "trace",
    demo: false,
    downloads: { mirror: null, proxy: null, catalogue: null },
    database: null,
    audit: { keptDays: null, file: null, syslog: null },
    signIn: { openId: null, ldap: null, roles: { admin: [], operator: [], viewer: [], member: [] } },
    hosts: [],
    ...part,
  };
}

/** No image is downloaded. */
export const noDownloads: ImageSources = { web: {}, images: [], address: null };

const noHosts = async () => ({ hosts: [], downloads: noDownloads, close: async () => undefined });

/** The whole server on a free port, without hosts unless some are given, and with pages of one line. */
export async function startTestServer(
  part: Partial<Settings> = {},
  pages: Pages = plainPages,
  hosts: StartParts["configureHosts"] = noHosts,
  now: () => number = Date.now,
): Promise<TestServer> {
  const settings = testSettings(part);
  const lines: string[] = [];
  const log = createLog(settings.logLevel, { write: (line) => void lines.push(line) });
  const running = await start(settings, log, {
    openPages: async () => pages,
    configureHosts: hosts,
    now,
  }).catch((error: unknown) => {
    rmSync(settings.dataFolder, { recursive: true, force: true });
    throw error;
  });
  const { protocol, port } = new URL(running.urls[0]);
  const origin = `${protocol}//127.0.0.1:${port}`;
  const client = clientAt(origin);
  return {
    running,
    origin,
    port: Number(port),
    dataFolder: settings.dataFolder,
    logged: () => lines.join(""),
    ...client,
    makeAdministrator: () => client.makeAdministratorBy(running.firstAdministratorLink),
    async stop() {
      await running.stop();
      rmSync(settings.dataFolder, { recursive: true, force: true });
    },
  };
}

/** What asks a server as a browser would, wherever it runs. */
export function clientAt(origin: string) {
  const request = (path: string, options: RequestOptions = {}) =>
    send(origin, path, { ...options, headers: withProof(options.headers ?? {}) });
  const mutate = (path: string, input: unknown = {}, headers: OutgoingHttpHeaders = {}) =>
    request(`/api/trpc/${path}`, {
      method: "POST",
      headers: { origin, "content-type": "application/json", ...headers },
      body: JSON.stringify(input),
    });
  return {
    request,
    mutate,
    /** @returns the administrator's cookie. */
    async makeAdministratorBy(link: string | null) {
      const token = tokenOf(link);
      const answer = await mutate("session.createFirstAdministrator", {
        token,
        name: "root",
        password: goodPassword,
      });
      return cookieOf(answer);
    },
    socket: (path: string, headers: OutgoingHttpHeaders = {}, protocols: string[] = []) =>
      new WebSocket(`${origin.replace(/^http/, "ws")}${path}`, protocols, {
        headers: { origin, ...withProof(headers) },
        rejectUnauthorized: false,
      }),
  };
}

/** What pages keep by their origin, by the cookie that it was given with. */
const proofs = new Map<string, string>();

/** What a browser would send back of the cookie that an answer set; its proof goes with it from then on. */
export function cookieOf({ headers, body }: Answer): string {
  const cookie = headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  const proof = body === "" ? undefined : JSON.parse(body).result?.data?.originProof;
  if (typeof proof === "string") proofs.set(cookie, proof);
  return cookie;
}

/** The proof that was given with a cookie; "" for a cookie without one. */
export function proofOf(cookie: string): string {
  return proofs.get(cookie) ?? "";
}

function withProof<Headers extends OutgoingHttpHeaders>(headers: Headers): Headers {
  const { cookie } = headers;
  const proof = typeof cookie === "string" ? proofOf(cookie) : "";
  return proof === "" ? headers : { [proofHeader]: proof, ...headers };
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
