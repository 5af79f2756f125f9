import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { limitConnections } from "./connection-limit";
import { StrangerLimits } from "./stranger-limits";
import { startTestServer, type TestServer } from "./test-server.test-data";

describe("connections of one address", () => {
  const clients: Socket[] = [];
  let server: Server;

  async function begin(isProxy: boolean): Promise<void> {
    server = createServer((socket) => void socket.on("error", () => undefined));
    server.prependListener(
      "connection",
      limitConnections(() => isProxy, { perAddress: 3, inAll: 5 }),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  }

  /** Whether a new connection is kept: a byte of the server's comes over it. */
  async function isKept(): Promise<boolean> {
    const accepted = once(server, "connection");
    const client = connect((server.address() as AddressInfo).port, "127.0.0.1");
    client.on("error", () => undefined);
    clients.push(client);
    const [socket] = (await accepted) as [Socket];
    return !socket.destroyed;
  }

  afterEach(() => {
    for (const client of clients.splice(0)) client.destroy();
    server.close();
  });

  test("are cut beyond the limit, and make room when they end", async () => {
    await begin(false);
    expect([await isKept(), await isKept(), await isKept(), await isKept()]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    const [first] = clients;
    first?.destroy();
    await new Promise<void>((resolve) => {
      const look = () => server.getConnections((_, count) => (count === 2 ? resolve() : setImmediate(look)));
      look();
    });
    expect(await isKept()).toBe(true);
  });

  test("are counted in all where a proxy is between", async () => {
    await begin(true);
    const kept = [];
    for (let count = 0; count < 6; count += 1) kept.push(await isKept());
    expect(kept).toEqual([true, true, true, true, true, false]);
  });
});

test("pages for strangers are limited by address", async () => {
  const limits = new StrangerLimits({ points: 2, duration: 60 });
  const may = (address: string) => limits.mayHavePage(address);
  expect([await may("10.0.0.1"), await may("10.0.0.1"), await may("10.0.0.1")]).toEqual([true, true, false]);
  expect(await may("10.0.0.2")).toBe(true);
});

describe("a server", () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await startTestServer();
    await server.makeAdministrator();
  });
  afterEach(() => server.stop());

  /** What comes back for a request as it is written. */
  async function raw(lines: string[]): Promise<string> {
    const socket = connect(server.port, "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk: Buffer) => {
      answer += chunk;
    });
    socket.on("error", () => undefined);
    socket.write(`${lines.join("\r\n")}\r\n\r\n`);
    await once(socket, "close");
    return answer;
  }

  test("refuses a request with two Host headers, whichever comes first", async () => {
    const own = `Host: 127.0.0.1:${server.port}`;
    const orders = [
      [own, "Host: evil.example"],
      ["Host: evil.example", own],
      [own, own],
    ];
    for (const hosts of orders) {
      const answer = await raw(["GET /healthz HTTP/1.1", ...hosts, "Connection: close"]);
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    }
    expect(await raw(["GET /healthz HTTP/1.1", own, "Connection: close"])).toMatch(/^HTTP\/1\.1 200 /);
  });

  test.each([
    ["under a name that is not ours", "evil.example"],
    ["without a session", null],
  ])("waits half a minute for the body of an upload %s", async (_, host) => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const socket = connect(server.port, "127.0.0.1");
    socket.on("error", () => undefined);
    const closed = once(socket, "close");
    const lines = ["PATCH /api/uploads/x HTTP/1.1", `Host: ${host ?? `127.0.0.1:${server.port}`}`];
    socket.write([...lines, "Content-Length: 1000000", "", "x"].join("\r\n"));
    await once(socket, "data");
    vi.advanceTimersByTime(30_000);
    await closed;
  });

  test("draws no more than two hundred pages at once for an address that is not signed in", async () => {
    const answers = await Promise.all(Array.from({ length: 210 }, () => server.request("/sign-in")));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(200);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  });
});
