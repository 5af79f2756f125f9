import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { openUrl } from "./open-url";

const servers: Server[] = [];
const { signal } = new AbortController();

/** A server of this machine's: "http://127.0.0.1:PORT". */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const anything = { signal, mayAsk: () => true };

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe("what is fetched", () => {
  test("is what the server has, with its size", async () => {
    const url = await serve((request, response) => response.end(`content of ${request.url}`));
    const { body, sizeBytes } = await openUrl(`${url}/file.iso?key=1`, anything);
    expect([await text(body), sizeBytes]).toEqual(["content of /file.iso?key=1", 26]);
  });

  test("is followed to where it has gone", async () => {
    const url = await serve((request, response) => {
      if (request.url === "/there") response.end("found");
      else response.writeHead(302, { location: "/there" }).end();
    });
    expect(await text((await openUrl(`${url}/here`, anything)).body)).toBe("found");
  });

  test.each<[string, RequestListener, string]>([
    ["an error", (_, response) => response.writeHead(404).end("no"), "answers 404"],
    ["no size", (_, response) => response.write("x") && response.end(), "does not report the file's size"],
    ["an empty file", (_, response) => response.end(), "does not report the file's size"],
    ["a circle", (_, response) => response.writeHead(301, { location: "/" }).end(), "redirects too often"],
    [
      "another protocol",
      (_, response) => response.writeHead(301, { location: "file:///etc/passwd" }).end(),
      "not http or https",
    ],
    ["nowhere", (_, response) => response.writeHead(301).end(), "not http or https"],
  ])("is refused where the server has %s", async (_name, answer, words) => {
    await expect(openUrl(await serve(answer), anything)).rejects.toThrow(words);
  });

  test("is given up when the job is", async () => {
    const asked = new AbortController();
    const url = await serve(() => asked.abort());
    await expect(openUrl(url, { signal: asked.signal, mayAsk: () => true })).rejects.toMatchObject({
      code: "host-unreachable",
    });
  });
});

describe("a private network", () => {
  test("is not asked, by address or by name", async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.end("secret");
    });
    const { port } = new URL(url);
    for (const host of [
      "127.0.0.1",
      "[::1]",
      "[::ffff:127.0.0.1]",
      "localhost",
      "0x7f.1",
      "2130706433",
      "0",
    ]) {
      const opening = openUrl(`http://${host}:${port}/`, { signal });
      await expect(opening).rejects.toMatchObject({
        code: "bad-input",
        message: expect.stringContaining("private"),
      });
    }
    expect(asked).toBe(0);
  });

  test("is not asked after a redirect either", async () => {
    let asked = 0;
    const inner = await serve((_, response) => {
      asked += 1;
      response.end("secret");
    });
    const { port } = new URL(inner);
    const outer = await serve((_, response) =>
      response.writeHead(302, { location: `http://127.0.0.2:${port}/` }).end(),
    );
    const opening = openUrl(outer, { signal, mayAsk: (address) => address === "127.0.0.1" });
    await expect(opening).rejects.toThrow("127.0.0.2 is not a public address");
    expect(asked).toBe(0);
  });
});
