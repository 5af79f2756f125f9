import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { readFile, truncate, writeFile } from "node:fs/promises";
import {
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from "node:http";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { tokenOf } from "@/e2e/fixtures/setup-token";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { createLog } from "../log";
import { type RunningServer, start } from "../start/start";
import { uploadChecksumHeader } from "../storage/upload.schema";
import { goodPassword, testSettings } from "./test-server.test-data";

const content = randomBytes(3 * 2 ** 20 + 5);
const sha256 = createHash("sha256").update(content).digest("hex");
const ticket = z.object({ result: z.object({ data: z.object({ url: z.string() }) }) });
const begun = z.object({ result: z.object({ data: z.object({ originProof: z.string() }) }) });
const invited = z.object({ result: z.object({ data: z.object({ token: z.string() }) }) });
const volumes = z.object({ result: z.object({ data: z.array(z.object({ name: z.string() })) }) });

let libvirtd: PrivateLibvirtd;
let running: RunningServer;
let dataFolder: string;
let cookie = "";
let proof = "";
let origin = "";

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

async function send(method: string, path: string, headers: OutgoingHttpHeaders = {}, body?: Buffer | string) {
  return new Promise<Answer>((resolve, reject) => {
    const request = httpRequest(`${origin}${path}`, { method, headers, agent: false }, async (response) => {
      const { statusCode = 0, headers: answered } = response;
      resolve({ status: statusCode, headers: answered, body: await buffer(response) });
    });
    request.once("error", reject);
    request.end(body);
  });
}

const signedIn = () => ({ cookie, origin, "passdeck-proof": proof });
const tus = () => ({ ...signedIn(), "tus-resumable": "1.0.0" });
const mutate = (path: string, input: unknown, headers: OutgoingHttpHeaders = {}) =>
  send(
    "POST",
    `/api/trpc/${path}`,
    { ...signedIn(), "content-type": "application/json", ...headers },
    JSON.stringify(input),
  );
const part = (offset: number) => ({
  ...tus(),
  "upload-offset": String(offset),
  "content-type": "application/offset+octet-stream",
});

async function open(name: string, checksum: string | null = null): Promise<string> {
  const input = { hostId: "local", pool: "images", name, sizeBytes: content.length, checksum };
  const answer = await mutate("storage.openUpload", input);
  return ticket.parse(JSON.parse(answer.body.toString())).result.data.url;
}

/** A further administrator who is signed in. */
async function another(name: string) {
  const made = await mutate("people.invite", { name, role: "admin" });
  const { token } = invited.parse(JSON.parse(made.body.toString())).result.data;
  const joined = await send(
    "POST",
    "/api/trpc/session.join",
    { origin, "content-type": "application/json" },
    JSON.stringify({ token, password: goodPassword }),
  );
  const { originProof } = begun.parse(JSON.parse(joined.body.toString())).result.data;
  const own = joined.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  const database = new Database(join(dataFolder, "passdeck.db"), { readonly: true });
  const userId = database.prepare("select id from users where name = ?").pluck().get(name);
  database.close();
  return { userId: z.string().parse(userId), headers: { cookie: own, "passdeck-proof": originProof } };
}

async function volumeNames(): Promise<string[]> {
  const input = encodeURIComponent(JSON.stringify({ hostId: "local", pool: "images" }));
  const { body } = await send("GET", `/api/trpc/storage.volumes?input=${input}`, signedIn());
  return volumes.parse(JSON.parse(body.toString())).result.data.map(({ name }) => name);
}

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  const settings = testSettings({ libvirtUri: libvirtd.uri });
  dataFolder = settings.dataFolder;
  running = await start(settings, createLog("silent", { write: () => undefined }), {
    openPages: async () => ({ handle: async () => undefined, close: async () => undefined }),
  });
  origin = `http://127.0.0.1:${new URL(running.urls[0]).port}`;
  const token = tokenOf(running.firstAdministratorLink);
  const made = await mutate("session.createFirstAdministrator", {
    token,
    name: "root",
    password: goodPassword,
  });
  cookie = made.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  proof = begun.parse(JSON.parse(made.body.toString())).result.data.originProof;
  const isConnected = async () => (await send("GET", "/healthz")).body.includes('"connected"');
  await vi.waitUntil(isConnected, { timeout: 60_000, interval: 20 });
  const path = join(libvirtd.folder, "lib/images");
  const words = ["pool-create-as", "images", "dir", "--target", path];
  await promisify(execFile)("virsh", ["-q", "-c", libvirtd.uri, ...words]);
}, 180_000);

afterAll(async () => {
  await running?.stop();
  await libvirtd?.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

describe("a tus client", () => {
  test("sends a file in parts, and is told its checksum at the end", async () => {
    const url = await open("file.iso", sha256);
    const first = await send("PATCH", url, part(0), content.subarray(0, 1_000_000));
    expect([first.status, first.headers["upload-offset"]]).toEqual([204, "1000000"]);
    const head = await send("HEAD", url, tus());
    expect([head.status, head.headers]).toMatchObject([
      200,
      { "upload-offset": "1000000", "upload-length": String(content.length), "cache-control": "no-store" },
    ]);
    const last = await send("PATCH", url, part(1_000_000), content.subarray(1_000_000));
    expect([last.status, last.headers[uploadChecksumHeader.toLowerCase()]]).toEqual([204, sha256]);
    expect((await readFile(join(libvirtd.folder, "lib/images/file.iso"))).equals(content)).toBe(true);
  });

  test("whose connection breaks goes on where the server stands", async () => {
    const url = await open("broken.iso", sha256);
    const headers = { ...part(0), "content-length": content.length };
    const request = httpRequest(`${origin}${url}`, { method: "PATCH", headers, agent: false });
    request.on("error", () => undefined);
    request.write(content.subarray(0, 2 ** 20), () => request.destroy());
    await new Promise((resolve) => request.once("close", resolve));
    const offset = Number((await send("HEAD", url, tus())).headers["upload-offset"]);
    expect(offset).toBeLessThanOrEqual(2 ** 20);
    const { status, headers: answer } = await send("PATCH", url, part(offset), content.subarray(offset));
    expect([status, answer["upload-offset"]]).toEqual([204, String(content.length)]);
  });

  test("is told why a file was not kept, and nothing of it is left", async () => {
    const url = await open("wrong.iso", "0".repeat(64));
    const answer = await send("PATCH", url, part(0), content);
    expect([answer.status, answer.body.toString()]).toMatchObject([400, expect.stringContaining(sha256)]);
    expect((await send("HEAD", url, tus())).status).toBe(404);
    expect(await volumeNames()).not.toContain("wrong.iso");
  });

  test("cancels", async () => {
    const url = await open("cancelled.iso");
    await send("PATCH", url, part(0), content.subarray(0, 1000));
    expect((await send("DELETE", url, tus())).status).toBe(204);
    expect(await volumeNames()).not.toContain("cancelled.iso");
  });

  test("is corrected where it breaks the protocol", async () => {
    const url = await open("strict.iso");
    const { "tus-resumable": _, ...unversioned } = part(0);
    expect((await send("PATCH", url, unversioned, "x")).status).toBe(412);
    expect((await send("PATCH", url, { ...part(0), "content-type": "text/plain" }, "x")).status).toBe(415);
    expect((await send("PATCH", url, { ...part(0), "upload-offset": "-1" }, "x")).status).toBe(400);
    expect((await send("PATCH", url, { ...part(0), "upload-offset": "" }, "x")).status).toBe(400);
    expect((await send("PATCH", url, part(7), "x")).status).toBe(409);
    expect((await send("PUT", url, tus(), "x")).status).toBe(405);
    expect((await send("OPTIONS", url, signedIn())).headers["tus-version"]).toBe("1.0.0");
    expect((await send("DELETE", url, tus())).status).toBe(204);
  });

  test("of another user is not there, as one that never was", async () => {
    const url = await open("theirs.iso");
    const theirs = { ...part(0), ...(await another("other")).headers };
    const never = await send("PATCH", "/api/uploads/never", theirs, "x");
    expect(never.status).toBe(404);
    for (const method of ["PATCH", "DELETE"] as const) {
      const answer = await send(method, url, theirs, method === "PATCH" ? "x" : undefined);
      expect([answer.status, answer.body]).toEqual([404, never.body]);
    }
    expect((await send("HEAD", url, tus())).status).toBe(200);
    expect((await send("DELETE", url, tus())).status).toBe(204);
  });

  test("of somebody else gets nowhere", async () => {
    const url = await open("guarded.iso");
    const { cookie: _, ...anonymous } = part(0);
    expect((await send("PATCH", url, anonymous, "x")).status).toBe(401);
    expect((await send("PATCH", url, { ...part(0), origin: "https://evil.example" }, "x")).status).toBe(403);
    const { origin: __, ...without } = part(0);
    expect((await send("PATCH", url, without, "x")).status).toBe(403);
    expect((await send("PATCH", url, { ...part(0), "sec-fetch-site": "cross-site" }, "x")).status).toBe(403);
    expect((await send("DELETE", url, { ...tus(), origin: "null" })).status).toBe(403);
    expect((await send("HEAD", url, { ...tus(), "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await send("HEAD", url, tus())).headers["upload-offset"]).toBe("0");
    expect((await send("DELETE", url, tus())).status).toBe(204);
  });
});

describe("a volume", () => {
  test("is downloaded as a file", async () => {
    const { status, headers, body } = await send("GET", "/api/volumes/local/images/file.iso", signedIn());
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-length": String(content.length),
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="file.iso"; filename*=UTF-8''file.iso`,
    });
    expect(body.equals(content)).toBe(true);
  });

  test.each([
    ["/api/volumes/local/images/none.iso", 404],
    ["/api/volumes/local/none/file.iso", 404],
    ["/api/volumes/nowhere/images/file.iso", 404],
    ["/api/volumes/local/images", 400],
    ["/api/volumes/local/images/..%2f..%2fetc%2fpasswd", 400],
    ["/api/volumes/local/images/%E0%A4%A", 400],
    ["/api/volumes/local/images/a%00b", 400],
  ])("%s is answered with %i", async (path, status) => {
    expect((await send("GET", path, signedIn())).status).toBe(status);
  });

  test("that is on its way is cut off when the session ends", async () => {
    // More than the buffers between both ends hold.
    await writeFile(join(libvirtd.folder, "lib/images/large.img"), "");
    await truncate(join(libvirtd.folder, "lib/images/large.img"), 256 * 2 ** 20);
    await mutate("storage.refreshPool", { hostId: "local", pool: "images" });
    const { headers } = await another("leaving");
    const { cookie: own } = headers;
    const request = httpRequest(`${origin}/api/volumes/local/images/large.img`, {
      headers: { cookie: own },
      agent: false,
    }).end();
    const [response] = (await once(request, "response")) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    await send("POST", "/api/trpc/session.signOut", {
      ...headers,
      origin,
      "content-type": "application/json",
    });
    await expect(buffer(response)).rejects.toThrow("aborted");
  });

  const revocations: [string, (userId: string) => Promise<Answer>][] = [
    ["gets another role", (userId) => mutate("people.setRole", { userId, role: "operator" })],
    ["is disabled", (userId) => mutate("people.disable", { userId })],
    ["is reset", (userId) => mutate("people.reset", { userId })],
    ["is deleted", (userId) => mutate("people.delete", { userId })],
  ];

  test.each(revocations)(
    "that is on its way is cut off when its user %s, and so is what they send",
    async (what, revoke) => {
      const { userId, headers } = await another(what.replaceAll(" ", "-"));
      const input = {
        hostId: "local",
        pool: "images",
        name: `${userId}.iso`,
        sizeBytes: 2 ** 30,
        checksum: null,
      };
      const url = ticket.parse(
        JSON.parse((await mutate("storage.openUpload", input, headers)).body.toString()),
      ).result.data.url;
      const sending = httpRequest(`${origin}${url}`, {
        method: "PATCH",
        headers: { ...part(0), ...headers, "content-length": 2 ** 30 },
        agent: false,
      });
      sending.write(Buffer.alloc(2 ** 20));
      const broken = once(sending, "error");
      const receiving = httpRequest(`${origin}/api/volumes/local/images/large.img`, {
        headers,
        agent: false,
      }).end();
      const [response] = (await once(receiving, "response")) as [IncomingMessage];
      expect((await revoke(userId)).status).toBe(200);
      await expect(buffer(response)).rejects.toThrow("aborted");
      expect(await broken).toHaveLength(1);
    },
  );

  test("is for administrators on pages of ours alone", async () => {
    const path = "/api/volumes/local/images/file.iso";
    expect((await send("GET", path)).status).toBe(401);
    expect((await send("GET", path, { ...signedIn(), "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await send("POST", path, signedIn(), "x")).status).toBe(405);
  });
});
