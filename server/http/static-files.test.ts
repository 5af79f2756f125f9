import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { StaticFiles } from "./static-files";

const script = "console.info('hello');\n".repeat(200);
let root: string;
let files: StaticFiles;
let server: Server;
let origin: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "passdeck-files-"));
  mkdirSync(join(root, ".next/static/chunks/[id]"), { recursive: true });
  mkdirSync(join(root, "public"));
  writeFileSync(join(root, ".next/static/chunks/[id]/a.js"), script);
  writeFileSync(join(root, ".next/static/font.woff2"), "font");
  writeFileSync(join(root, "public/icon.svg"), "<svg/>");
  writeFileSync(join(root, "secret"), "secret");
  symlinkSync(join(root, "secret"), join(root, "public/link"));
  files = new StaticFiles(root);
  server = createServer((incoming, response) => void files.serve(incoming.url ?? "", incoming, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});

afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

const path = "/_next/static/chunks/%5Bid%5D/a.js";

test.each([
  ["br", brotliDecompressSync],
  ["gzip", gunzipSync],
] as const)("a script comes by %s, twice the same, for ever", async (encoding, unpack) => {
  for (let round = 0; round < 2; round += 1) {
    const answer = await rawFetch(path, encoding);
    expect(answer.headers).toMatchObject({
      "content-encoding": encoding,
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
      "content-length": String(answer.body.length),
    });
    expect(answer.body.length).toBeLessThan(script.length / 10);
    expect(String(unpack(answer.body))).toBe(script);
  }
});

test("who takes no compression gets the file as it is", async () => {
  const { headers, body } = await rawFetch(path, "identity");
  expect(headers).not.toHaveProperty("content-encoding");
  expect(String(body)).toBe(script);
});

test("a font is not compressed again", async () => {
  const { headers, body } = await rawFetch("/_next/static/font.woff2", "br, gzip");
  expect(headers).toMatchObject({ "content-type": "font/woff2", "content-length": "4" });
  expect(headers).not.toHaveProperty("content-encoding");
  expect(String(body)).toBe("font");
});

test("HEAD tells of the file, POST gets nothing", async () => {
  const head = await fetch(origin + path, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  expect((await fetch(origin + path, { method: "POST" })).status).toBe(405);
});

test.each([
  "/secret",
  "/link",
  "/../secret",
  "/_next/static/../../secret",
  "/_next/static/%2e%2e/%2e%2e/secret",
  "/_next/static/",
  "/_next/static/chunks",
  "/icon.svg/",
  "//icon.svg",
  "/ICON.SVG",
  "/__proto__",
])("%s is no static file", (other) => {
  expect(files.has(other)).toBe(false);
});

/** As fetch would, but without unpacking what comes. */
async function rawFetch(where: string, encoding: string) {
  return new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const outgoing = request(
      origin + where,
      { headers: { "accept-encoding": encoding } },
      async (response) => {
        resolve({ headers: response.headers, body: await buffer(response) });
      },
    );
    outgoing.once("error", reject).end();
  });
}
