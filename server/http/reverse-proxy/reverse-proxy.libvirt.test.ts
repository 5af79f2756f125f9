import { execFile } from "node:child_process";
import { on, once } from "node:events";
import { stat } from "node:fs/promises";
import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";
import { request as httpsRequest, type RequestOptions } from "node:https";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import * as z from "zod";
import { tokenOf } from "@/e2e/fixtures/setup-token";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { proofHeader } from "../../access/origin-proof.schema";
import { configureHosts } from "../../hosts";
import { goodPassword, startTestServer, type TestServer } from "../test-server.test-data";
import { proxiedName, proxyKinds, ReverseProxy } from "./proxies.test-data";

/** Where a browser is that comes by the proxy; Passdeck trusts the proxy's own address alone. */
const browser = "127.0.0.2";
const forged = "203.0.113.9";
/** 4 GiB, as an installation ISO or an image may have. */
const imageBytes = 4 * 2 ** 30;

const begun = z.object({ result: z.object({ data: z.object({ originProof: z.string() }) }) });
const opened = z.object({ result: z.object({ data: z.object({ url: z.string() }) }) });
const made = z.object({ result: z.object({ data: z.object({ key: z.string() }) }) });
const sessions = z.object({ result: z.object({ data: z.array(z.object({ address: z.string() })) }) });

let libvirtd: PrivateLibvirtd;

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  const path = join(libvirtd.folder, "lib/images");
  const words = ["pool-create-as", "images", "dir", "--target", path];
  await promisify(execFile)("virsh", ["-q", "-c", libvirtd.uri, ...words]);
}, 180_000);

afterAll(() => libvirtd?.stop());

describe.each(Object.keys(proxyKinds) as (keyof typeof proxyKinds)[])("behind %s, by its sample", (kind) => {
  let server: TestServer;
  let proxy: ReverseProxy;
  let host: string;
  let origin: string;
  let signedIn: OutgoingHttpHeaders = {};

  function begin(method: string, path: string, headers: OutgoingHttpHeaders = {}) {
    const options: RequestOptions = {
      ...{ host: "127.0.0.1", port: proxy.port, servername: proxiedName, localAddress: browser },
      ...{ rejectUnauthorized: false, agent: false, method, path },
      headers: { host, ...headers },
    };
    return httpsRequest(options);
  }

  async function send(method: string, path: string, headers: OutgoingHttpHeaders = {}, body?: string) {
    const outgoing = begin(method, path, headers);
    const answered = once(outgoing, "response") as Promise<[IncomingMessage]>;
    outgoing.end(body);
    const [response] = await answered;
    return { status: response.statusCode, headers: response.headers, body: await text(response) };
  }

  async function mutate<Parsed>(path: string, input: unknown, schema: z.ZodType<Parsed>) {
    const headers = { ...signedIn, origin, "content-type": "application/json", "x-forwarded-for": forged };
    const answer = await send("POST", `/api/trpc/${path}`, headers, JSON.stringify(input));
    expect(answer.body).toContain('"result"');
    return { headers: answer.headers, parsed: schema.parse(JSON.parse(answer.body)) };
  }

  beforeAll(async () => {
    const settings = { libvirtUri: libvirtd.uri, trustedProxies: ["127.0.0.1"], names: [proxiedName] };
    server = await startTestServer(settings, undefined, configureHosts);
    proxy = await ReverseProxy.start(kind, `127.0.0.1:${server.port}`);
    host = `${proxiedName}:${proxy.port}`;
    origin = `https://${host}`;
    const isConnected = async () => (await send("GET", "/healthz")).body.includes('"connected"');
    await vi.waitUntil(isConnected, { timeout: 60_000, interval: 20 });
    const token = tokenOf(server.running.firstAdministratorLink);
    const wish = { token, name: "root", password: goodPassword };
    const { headers, parsed } = await mutate("session.createFirstAdministrator", wish, begun);
    const [cookie = ""] = headers["set-cookie"] ?? [];
    expect(cookie).toMatch(/^__Host-passdeck=.*; Secure/);
    signedIn = { cookie: cookie.split(";")[0], [proofHeader]: parsed.result.data.originProof };
  }, 120_000);

  afterAll(async () => {
    await proxy?.stop();
    await server?.stop();
  });

  test("a session is known by the browser's own address, whatever it says of itself", async () => {
    const { body } = await send("GET", "/api/trpc/account.sessions", signedIn);
    const { result } = sessions.parse(JSON.parse(body));
    expect(result.data.map(({ address }) => address)).toEqual([browser]);
  });

  test("a page of another address changes nothing", async () => {
    const headers = { ...signedIn, origin: "https://elsewhere.example", "content-type": "application/json" };
    const { status } = await send("POST", "/api/trpc/account.endSessions", headers, "{}");
    expect(status).toBe(403);
  });

  test("a page's socket is opened, and told of jobs", async () => {
    const socket = new WebSocket(`wss://127.0.0.1:${proxy.port}/ws/trpc`, {
      headers: { host, origin, ...(signedIn as Record<string, string>) },
      ...{ servername: proxiedName, localAddress: browser, rejectUnauthorized: false },
    });
    await once(socket, "open");
    // From the beginning: several come at once.
    const messages = on(socket, "message") as AsyncIterable<[Buffer]>;
    socket.send(JSON.stringify({ id: 1, method: "subscription", params: { path: "job.watch" } }));
    for await (const [message] of messages) if (message.includes("snapshot")) break;
    socket.close();
    await once(socket, "close");
  });

  test("events come as they are, on a request that does not end", async () => {
    const wish = { name: "events", role: "viewer", days: 1, vms: null };
    const { parsed } = await mutate("account.createKey", wish, made);
    const outgoing = begin("GET", "/api/v1/events", { authorization: `Bearer ${parsed.result.data.key}` });
    outgoing.end();
    const [response] = (await once(outgoing, "response")) as [IncomingMessage];
    expect(response.headers["content-type"]).toContain("text/event-stream");
    let come = "";
    for await (const part of response) {
      come += part;
      if (come.includes("event: jobs")) break;
    }
    outgoing.destroy();
  });

  test("of an upload of 4 GiB the beginning has arrived before the rest is sent", async () => {
    const wish = {
      hostId: "local",
      pool: "images",
      name: `${kind}.img`,
      sizeBytes: imageBytes,
      checksum: null,
    };
    const { url } = (await mutate("storage.openUpload", wish, opened)).parsed.result.data;
    const tus = { ...signedIn, origin, "tus-resumable": "1.0.0" };
    const part = { "content-type": "application/offset+octet-stream", "content-length": imageBytes };
    const outgoing = begin("PATCH", url, { ...tus, ...part, "upload-offset": 0 });
    outgoing.on("error", () => undefined);
    outgoing.write(Buffer.alloc(2 ** 23, 7));
    // Seen where it is written: to ask the upload how far it is ends the part that is on its way.
    const file = join(libvirtd.folder, "lib/images", `${kind}.img`);
    await vi.waitUntil(async () => (await stat(file)).blocks > 0, { timeout: 60_000, interval: 50 });
    outgoing.destroy();
    const head = await send("HEAD", url, tus);
    expect(Number(head.headers["upload-offset"])).toBeGreaterThan(0);
    const ended = await send("DELETE", url, tus);
    expect(ended.status).toBe(204);
  });
});
