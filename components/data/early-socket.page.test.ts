import { createTRPCUntypedClient, createWSClient, wsLink } from "@trpc/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { connectPage, earlySocketScript, takeEarly } from "./early-socket";

/** A socket whose other end is the test; happy-dom's EventTarget calls `onopen` and `onmessage`. */
class TestSocket extends EventTarget {
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static made: TestSocket[] = [];
  readyState = 0;
  readonly sent: string[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;

  constructor(
    readonly url: string,
    readonly protocols: string[] = [],
  ) {
    super();
    TestSocket.made.push(this);
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.readyState = TestSocket.CLOSED;
    this.dispatchEvent(new Event("close"));
  }

  open(): void {
    this.readyState = TestSocket.OPEN;
    this.dispatchEvent(new Event("open"));
  }

  tell(id: number, data: unknown): void {
    const text = JSON.stringify({ id, result: { type: "data", data } });
    this.dispatchEvent(new MessageEvent("message", { data: text }));
  }
}

const url = "ws://localhost:3000/ws/trpc";

beforeEach(() => {
  TestSocket.made = [];
  vi.stubGlobal("WebSocket", TestSocket);
  vi.stubGlobal("location", { origin: "http://localhost:3000" });
  // As the browser runs it, from the page's markup.
  new Function(earlySocketScript)();
});
afterEach(() => void vi.unstubAllGlobals());

function theSocket(): TestSocket {
  const [socket] = TestSocket.made;
  if (socket === undefined) throw new Error("nothing was opened");
  return socket;
}

/** tRPC's own client on the page's socket, and what its subscription to the fleet hears. */
function pageClient() {
  const PageSocket = new Proxy(WebSocket, { construct: () => connectPage(url) });
  const socket = createWSClient({ url, WebSocket: PageSocket, lazy: { enabled: true, closeMs: 0 } });
  const client = createTRPCUntypedClient({ links: [wsLink({ client: socket })] });
  const heard: unknown[] = [];
  return {
    client,
    heard,
    watch: () => client.subscription("fleet.watch", undefined, { onData: (came) => heard.push(came) }),
  };
}

test("the early socket and those after it show the proof that is kept by the origin, where there is one", () => {
  expect(theSocket().protocols).toEqual(["passdeck"]);
  localStorage.setItem("passdeck-proof", "a-b_c");
  new Function(earlySocketScript)();
  connectPage(url);
  connectPage(url);
  expect(TestSocket.made.slice(1).map(({ protocols }) => protocols)).toEqual([
    ["passdeck", "proof.a-b_c"],
    ["passdeck", "proof.a-b_c"],
  ]);
  localStorage.clear();
});

test("what came before the page's code is heard, once it listens, and all that comes then", async () => {
  theSocket().open();
  theSocket().tell(-1, "snapshot");
  const { heard, watch } = pageClient();
  watch();
  await vi.waitFor(() => expect(heard).toEqual(["snapshot"]));
  theSocket().tell(-1, "delta");
  expect(heard).toEqual(["snapshot", "delta"]);
  expect(TestSocket.made).toHaveLength(1);
  expect(theSocket().sent.filter((text) => text.includes("fleet.watch"))).toHaveLength(1);
});

test("what was taken at once is not heard a second time", async () => {
  theSocket().open();
  theSocket().dispatchEvent(new MessageEvent("message", { data: '{"id":-1,"result":{"type":"started"}}' }));
  theSocket().tell(-1, "snapshot");
  expect(takeEarly()).toEqual(["snapshot"]);
  expect(takeEarly()).toEqual([]);
  const { heard, watch } = pageClient();
  watch();
  theSocket().tell(-1, "delta");
  await vi.waitFor(() => expect(heard).toEqual(["delta"]));
  expect(takeEarly()).toEqual([]);
});

test("a socket that opens only later does as well, and carries the rest", async () => {
  const { client, heard, watch } = pageClient();
  watch();
  const jobs: unknown[] = [];
  client.subscription("job.watch", undefined, { onData: (came) => jobs.push(came) });
  await Promise.resolve();
  theSocket().open();
  await vi.waitFor(() => expect(theSocket().sent).toHaveLength(2));
  const asked = JSON.parse(theSocket().sent[1] ?? "{}");
  expect(asked.params.path).toBe("job.watch");
  theSocket().tell(asked.id, "jobs");
  theSocket().tell(-1, "snapshot");
  expect([heard, jobs]).toEqual([["snapshot"], ["jobs"]]);
});

test("who stops listening stops the early subscription", async () => {
  theSocket().open();
  theSocket().tell(-1, "snapshot");
  const { heard, watch } = pageClient();
  const watching = watch();
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  watching.unsubscribe();
  await vi.waitFor(() =>
    expect(JSON.parse(theSocket().sent.at(-1) ?? "{}")).toMatchObject({
      id: -1,
      method: "subscription.stop",
    }),
  );
});

test("a socket that was refused is left, and a new one opened", async () => {
  theSocket().close();
  const { watch } = pageClient();
  watch();
  await vi.waitFor(() => expect(TestSocket.made).toHaveLength(2));
});
