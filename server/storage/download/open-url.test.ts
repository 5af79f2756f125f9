import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { selfSignedCertificate } from "../../http/certificate";
import { fetchText, openUrl } from "./open-url";

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

describe("a mirror that was named", () => {
  test("may be in a private network, and nothing beside it", async () => {
    const mirror = await serve((request, response) => {
      if (request.url === "/away") response.writeHead(302, { location: other }).end();
      else response.end("image");
    });
    const other = await serve((_, response) => response.end("secret"));
    const options = { signal, mirror: `${mirror}/images/` };
    expect(await fetchText(`${mirror}/images/a.iso`, 100, options)).toBe("image");
    await expect(fetchText(`${other}/`, 100, options)).rejects.toThrow("127.0.0.1 is not a public address");
    await expect(fetchText(`${mirror}/away`, 100, options)).rejects.toThrow(
      "127.0.0.1 is not a public address",
    );
  });
});

describe("a text", () => {
  test("may come without its size, and is not read beyond a limit", async () => {
    const url = await serve((_, response) => {
      response.write("some");
      response.end("thing");
    });
    expect(await fetchText(url, 9, anything)).toBe("something");
    await expect(fetchText(url, 8, anything)).rejects.toThrow("has more than 8 bytes");
  });
});

describe("a proxy", () => {
  test("is asked for all that is plain, with its credentials, and decides what it asks", async () => {
    const asked: unknown[] = [];
    const address = await serve(({ url, headers }, response) => {
      asked.push([url, headers.host, headers["proxy-authorization"]]);
      response.end("through");
    });
    const proxy = address.replace("//", "//ada:secret@");
    expect(await fetchText("http://name.invalid/a?b=c", 100, { signal, proxy })).toBe("through");
    expect(asked).toEqual([["http://name.invalid/a?b=c", "name.invalid", "Basic YWRhOnNlY3JldA=="]]);
    await expect(fetchText("http://127.0.0.1/", 100, { signal, proxy })).rejects.toThrow(
      "not a public address",
    );
  });

  test("gives a tunnel to what is encrypted, and says where it does not", async () => {
    const asked: (string | undefined)[] = [];
    const url = await serve((_, response) => response.end());
    servers.at(-1)?.on("connect", (request, socket) => {
      asked.push(request.url);
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    });
    const fetching = fetchText("https://name.invalid/", 100, { signal, proxy: url });
    await expect(fetching).rejects.toThrow("the proxy answers 403");
    expect(asked).toEqual(["name.invalid:443"]);
  });

  test("passes on what is encrypted, as it is for whom it is meant", async () => {
    const folder = await mkdtemp(join(tmpdir(), "certificate-"));
    const pair = await selfSignedCertificate(folder, { names: ["name.invalid"], addresses: [] });
    await rm(folder, { recursive: true });
    const encrypted = createSecureServer(pair, (_, response) => response.end()).listen(0, "127.0.0.1");
    await once(encrypted, "listening");
    const url = await serve((_, response) => response.end());
    servers.at(-1)?.on("connect", (_, socket) => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      const through = connect((encrypted.address() as AddressInfo).port, "127.0.0.1");
      socket.pipe(through).pipe(socket);
    });
    // That nobody vouches for the certificate shows that it is the server's which was looked at.
    const fetching = fetchText("https://name.invalid/", 100, { signal, proxy: url });
    await expect(fetching).rejects.toThrow(/self-signed certificate/);
    encrypted.close();
  });
});
